/**
 * Series of the proposals of a project, each in a folder of its plural (`eips`). A new one belongs here: the name of the
 * folder, the name of a file and the number in it are all known by this list.
 */
export const proposalSeries: readonly string[] =
  'pep eip bip aip jep nep gep sep oep lep pip sip cip fip frc kip'.split(' ');
