/**
 * Series of improvement proposals, each in a folder named by its plural (`eips`). This list is all that a new series
 * needs: the names of folders and files, and the numbers in these, are recognized by it.
 */
export const proposalSeries: readonly string[] =
  'pep eip bip aip jep nep gep sep oep lep pip sip cip fip frc kip'.split(' ');
