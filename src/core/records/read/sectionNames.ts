import { commaSet } from '../../text/wordList';
import { fieldOfSection } from './fieldNames';

/** Names of sections, as `normalName` writes them. */
export const sectionNames = {
  /** Their fields count like those below the title. */
  metadata: commaSet(`
    metadata, meta data, meta, info, information, document information, adr information, details, header,
    document details, record details, preamble, adr metadata, metadaten, document control, front matter, about,
    métadonnées, metadatos, metadados, metadati, 元数据, 元資料, メタデータ, メタ情報, 메타데이터`),
  decision: commaSet(`
    decision, decisions, decision outcome, the decision, outcome, proposed decision, decision taken,
    decision made, decision summary, our decision, chosen option, selected option, final decision,
    resolution, entscheidung, beschluss, décision, decisión, decisão, beslutning, beslut, besluit,
    decisione, decyzja, résultat de la décision, resultado de la decisión, resultado da decisão,
    ergebnis der entscheidung, 决策, 决定, 決定, 決定事項, 決定内容, 결정, 결정 사항, решение, karar`),
  summary: commaSet(`
    summary, abstract, tl dr, tldr, overview, zusammenfassung, résumé, resumen, resumo, 摘要, 概要, 要約, 요약`),
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
  /** Where options are weighed: documents of other kinds have none of them. */
  weighing: commaSet(`
    context, context and problem statement, problem statement, consequences, considered options, options,
    options considered, alternatives, alternatives considered, decision drivers, rationale,
    pros and cons of the options, rationale and alternatives, rejected ideas, positive consequences,
    negative consequences, kontext, konsequenzen, contexte, conséquences, contexto, consecuencias, konsekvenser,
    kontext und problemstellung, alternativen, betrachtete optionen, betrachtete alternativen, begründung, folgen,
    contexte et problématique, contexte et énoncé du problème, options envisagées, options considérées,
    alternatives envisagées, alternatives considérées, critères de décision, justification,
    contexto y problema, alternativas, alternativas consideradas, opciones consideradas, justificación,
    contexto e problema, consequências, opções consideradas, justificativa,
    contesto, conseguenze, alternative, alternative considerate, opzioni considerate,
    gevolgen, kontekst, konsekwencje, контекст, последствия, альтернативы,
    上下文, 背景与问题陈述, 后果, 备选方案, 替代方案, 考虑的选项, コンテキスト, 背景と課題, 選択肢, 検討した選択肢, 代替案, 検討した代替案,
    맥락, 컨텍스트, 대안, 고려한 대안`),
  /** Other sections of records: none of them is a record's title. */
  other: commaSet(`
    participants, need, approach, objective, benefits, analysis,
    problem, background, motivation, issue, references,
    links, related, notes, changelog, change log, revision history, table of contents, contents, toc,
    introduction, goals, non goals, scope, assumptions, more information,
    detailed design, design details, high level design, drawbacks, unresolved questions, open questions,
    prior art, future possibilities, future work, guide level explanation, reference level explanation,
    rationale and goals, how we teach this, how to teach this, transition path,
    migration path, migration, specification, technical specification, backwards compatibility,
    backward compatibility, security implications, security considerations, reference implementation,
    rejection notice, acceptance, pep acceptance, acknowledgements, acknowledgments, copyright,
    appendix, glossary, terminology, definitions, requirements, proposed solution, solution, proposed design,
    user experience, rollout, rollout plan, testing, test plan, non functional requirements, discussion,
    design, proposal, what, why, how, who, history,
    baggrund, purpose, stakeholders,
    implementation, technical story, meaning, impact, user story,
    hintergrund, problemstellung,
    referenzen, verweise,
    problématique,
    références, liens,
    motivación, referencias, enlaces,
    motivação, referências,
    riferimenti,
    achtergrond,
    背景, 问题陈述, 问题, 动机, 目标, 影响, 结果, 理由, 参考, 参考资料,
    相关, 課題, 目的, 動機, 結果, 影響, 根拠, 参考, 参照,
    参考資料, 関連, 関連リンク, 배경, 문제, 결과, 영향, 근거, 참고, 참고 자료`),
} as const;

export function isSectionName(name: string): boolean {
  return fieldOfSection(name) !== null || Object.values(sectionNames).some((names) => names.has(name));
}

/** Whether a section has steps, or may have some: `name` in small letters. */
export function isOfProcedure(name: string): boolean {
  return sectionNames.steps.has(name) || sectionNames.diagnosis.has(name);
}
