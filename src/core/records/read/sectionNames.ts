import { fieldOfSection } from './fieldNames';
import { commaSet } from './wordList';

/** Names of sections, as `normalName` writes them. */
export const sectionNames = {
  /** Their fields count like those below the title. */
  metadata: commaSet(`
    metadata, meta data, meta, info, information, document information, adr information, details, header,
    document details, record details, adr metadata, metadaten, document control, front matter, about`),
  decision: commaSet(`
    decision, decisions, decision outcome, the decision, outcome, proposed decision, decision taken,
    decision made, decision summary, our decision, chosen option, selected option, final decision,
    resolution, entscheidung, beschluss, décision, decisión, decisão, beslutning, beslut, besluit,
    decisione, decyzja, 决策, 決定, решение, karar`),
  summary: commaSet(`
    summary, abstract, tl dr, tldr, overview, zusammenfassung, résumé, resumen`),
  steps: commaSet(`
    steps, mitigation, mitigations, mitigation steps, procedure, procedures, resolution, resolution steps,
    remediation, remediation steps, recovery, recovery steps, fix, how to fix, response, actions, action,
    instructions, what to do, runbook, immediate actions, immediate action, initial response, first steps,
    step by step, rollback, quick fix, process, how to, usage, vorgehen, procédure, possible actions,
    suggested actions, recommended actions`),
  /** May hold steps, but also what could be wrong. */
  diagnosis: commaSet(
    'diagnosis, troubleshooting, troubleshooting steps, triage, debugging, investigation, investigate',
  ),
  /** Sections of records in general: none of them is a record's title. */
  other: commaSet(`
    context, context and problem statement, participants, need, approach, objective, benefits, analysis,
    problem, problem statement, background, motivation, issue, consequences, considered options, options,
    options considered, alternatives, alternatives considered, decision drivers, rationale, references,
    links, related, notes, changelog, change log, revision history, table of contents, contents, toc,
    introduction, goals, non goals, scope, assumptions, more information, pros and cons of the options,
    design, proposal, what, why, how, who, history, kontext, konsequenzen, contexte, conséquences,
    contexto, consecuencias, baggrund, konsekvenser, purpose, stakeholders, positive consequences,
    negative consequences, implementation, technical story, meaning, impact, user story`),
} as const;

export function isSectionName(name: string): boolean {
  return fieldOfSection(name) !== null || Object.values(sectionNames).some((names) => names.has(name));
}
