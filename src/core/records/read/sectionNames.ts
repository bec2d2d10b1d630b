import { commaSet } from '../../text/wordList';
import { fieldOfSection } from './fieldNames';

/** Names of sections, as `normalName` writes them. */
export const sectionNames = {
  /** Their fields count like those below the title. */
  metadata: commaSet(`
    metadata, meta data, meta, info, information, document information, adr information, details, header,
    document details, record details, adr metadata, metadaten, document control, front matter, about,
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
  /** Sections of records in general: none of them is a record's title. */
  other: commaSet(`
    context, context and problem statement, participants, need, approach, objective, benefits, analysis,
    problem, problem statement, background, motivation, issue, consequences, considered options, options,
    options considered, alternatives, alternatives considered, decision drivers, rationale, references,
    links, related, notes, changelog, change log, revision history, table of contents, contents, toc,
    introduction, goals, non goals, scope, assumptions, more information, pros and cons of the options,
    detailed design, design details, high level design, drawbacks, unresolved questions, open questions,
    prior art, future possibilities, future work, guide level explanation, reference level explanation,
    rationale and alternatives, rationale and goals, how we teach this, how to teach this, transition path,
    migration path, migration, specification, technical specification, backwards compatibility,
    backward compatibility, security implications, security considerations, reference implementation,
    rejected ideas, rejection notice, acceptance, pep acceptance, acknowledgements, acknowledgments, copyright,
    appendix, glossary, terminology, definitions, requirements, proposed solution, solution, proposed design,
    user experience, rollout, rollout plan, testing, test plan, non functional requirements, discussion,
    design, proposal, what, why, how, who, history, kontext, konsequenzen, contexte, conséquences,
    contexto, consecuencias, baggrund, konsekvenser, purpose, stakeholders, positive consequences,
    negative consequences, implementation, technical story, meaning, impact, user story,
    hintergrund, problemstellung, kontext und problemstellung, alternativen, betrachtete optionen,
    betrachtete alternativen, begründung, folgen, referenzen, verweise,
    contexte et problématique, contexte et énoncé du problème, problématique, options envisagées,
    options considérées, alternatives envisagées, alternatives considérées, critères de décision, justification,
    références, liens,
    contexto y problema, alternativas, alternativas consideradas, opciones consideradas, justificación,
    motivación, referencias, enlaces,
    contexto e problema, consequências, opções consideradas, justificativa, motivação, referências,
    contesto, conseguenze, alternative, alternative considerate, opzioni considerate, riferimenti,
    gevolgen, achtergrond, kontekst, konsekwencje,
    контекст, последствия, альтернативы,
    背景, 上下文, 背景与问题陈述, 问题陈述, 问题, 动机, 目标, 后果, 影响, 结果, 理由, 备选方案, 替代方案, 考虑的选项, 参考, 参考资料,
    相关, コンテキスト, 背景と課題, 課題, 目的, 動機, 結果, 影響, 根拠, 選択肢, 検討した選択肢, 代替案, 検討した代替案, 参考, 参照,
    参考資料, 関連, 関連リンク, 배경, 맥락, 컨텍스트, 문제, 결과, 영향, 대안, 고려한 대안, 근거, 참고, 참고 자료`),
} as const;

export function isSectionName(name: string): boolean {
  return fieldOfSection(name) !== null || Object.values(sectionNames).some((names) => names.has(name));
}
