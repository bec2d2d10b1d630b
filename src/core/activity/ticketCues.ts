import { anyOf } from '../text/wordList';
import { projectKey } from './ticketKey';

/**
 * How a message says that it is for a ticket, and how it only mentions one. English first, then the other languages in
 * which teams write messages. Without one of these words, an id in a sentence is a mention.
 */

const alternatives = (words: string): string => words.trim().split(/\s+/).join('|').replaceAll('_', '[ -]');
/** Matches one of the words, as a whole word, and `after` at the end of a text. */
const endsWith = (words: string, after: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives(words)})${after}$`, 'iu');

/** The ticket is done when this is merged. */
const closing = `
  fix fixes fixed fixing close closes closed closing resolve resolves resolved resolving implement implements implemented
  implementing complete completes completed completing finish finishes finished solve solves solved address addresses
  addressed deliver delivers delivered
  behebt behoben beheben fixt gefixt schließt schliesst geschlossen erledigt erledigen löst gelöst implementiert setzt_um
  corrige corrigé ferme fermé résout résoud résolu clôt clôture règle implémente termine
  cierra cerrado resuelve resuelto arregla arreglado soluciona implementa termina
  fecha resolve conserta encerra
  corregge chiude risolve completa
  sluit herstelt repareert lost_op implementeert
  zamyka naprawia rozwiązuje
  stänger åtgärdar löser lukker løser
  закрывает закрыл исправляет исправлен решает реализует
  düzeltir kapatır çözer
  修复 关闭 解决 修正 解決 対応 닫기 수정 해결
`;

/** The ticket is worked on, whether or not it is done. */
const working = `
  for towards toward part_of refs ref references wip work_on works_on working_on start starts begin begins continue
  continues contributes_to
  für zu teil_von pour partie_de para parte_de per voor onderdeel_van för dla для için 针对 关于
`;

/** At the beginning of a line, before an id: the change is for that ticket, whatever follows. */
const lineStart = `
  refs? fix(?:es)? close[sd]? resolve[sd]? implements? addresses completes part_of for towards? contributes_to
  behebt schließt schliesst erledigt teil_von gehört_zu für corrige ferme résout partie_de cierra resuelve parte_de
  fecha chiude risolve sluit zamyka закрывает исправляет
`;
/** The same with a colon behind it, or where nothing but ids follows: in a sentence such a word begins a mention. */
const label = `
  re references? issues? tickets? jira story stories tasks? bugs? bugzilla epic feature defect incident linear shortcut youtrack
  redmine trello asana clickup notion work_items? user_stor(?:y|ies) tracked_(?:by|in|at) tracking_(?:issues?|tickets?) relates? related relates_to related_to
  related_issues?
  aufgaben? vorgang vorgänge bezug störung fehler betrifft réf réfs référence tâches? demande anomalie tareas? incidencias?
  referencia tarefas? chamado referência attività segnalazione taak taken melding zadanie zgłoszenie ärende uppgift sag opgave
  задача задачи тикет görev 工单 任务 問題 问题 課題 チケット 관련 이슈
`;
const beforeId = (words: string): RegExp =>
  // `JIRA-Id:`, `Ticket No.`, `Issue-URL:`, in bold too
  new RegExp(
    `^[\\s>*+•–-]{0,8}[*_]{0,2}(?:${alternatives(words)})(?:[ _-](?:ids?|keys?|tickets?|issues?|no\\.?|nr\\.?|numbers?|urls?|links?))?[*_]{0,2}(?:\\s{0,3}[:：#=–-]\\s{0,3}|\\s{1,3})[*_]{0,2}\\s{0,3}[([<]?$`,
    'iu',
  );
const strongStart = beforeId(lineStart);
const labelStart = beforeId(label);
const and = '(?:and|und|et|y|e)';
/** Between two ids of a list: `LED-1, LED-2: sums`, `Fixes #12 and #13`. */
export const idJoint = `(?:\\s{0,2}[,;&+/]|,?\\s${and}(?=\\s))\\s{0,2}`;
/** Ids one after the other, and nothing else. */
const onlyIds = new RegExp(`^(?:[\\s,;.&+/|)\\]>*_]|${and}\\b|${projectKey}-\\d{1,7}|(?:AB)?#\\d{1,7})*$`);

/** `Fixes`, `fixes the bug`, `closes: issue`; what fixes or closes is named to the left of the match. */
const closingWord = endsWith(
  closing,
  '\\s{0,2}[:：]?\\s{0,2}(?:(?:the |this |a |den |die |das |le |la |el |o )?(?:issue|ticket|bug|task|story|defect|problem|fehler|tâche|tarea|tarefa)s?\\s{0,2}[:：]?\\s{0,2})?[([<]?',
);
const workingWord = endsWith(
  working,
  '\\s{0,2}[:：]?\\s{0,2}(?:(?:the )?(?:issue|ticket|bug|task|story)\\s{0,2})?[([<]?',
);

/** What may stand before a closing word that closes: nothing, a mark, or that this change does it. */
const beginsClause = new RegExp(
  String.raw`(?:^|[.!?;:,()[\]*_/…。、，：|–—-]|(?<![\p{L}\p{N}])(?:${anyOf(
    /this|it|we|i|and|also|or|which also|to|should|will|must|hereby|finally|now|that way|change|commit|pr|mr|patch/,
    /und|auch|dies|dieser commit|et|aussi|ceci|y|también|esto|e|isso|também/,
    /it also|this also|really|hopefully|partially|partly|completely|fully/,
  )}))\s*$`,
  'iu',
);
/** `not`, `does not fully`. */
const denial =
  "(?:n['’]t|\\b(?:not|never|cannot|without|ne|pas|nicht|kein|no|não|nunca))(?:\\s+(?:yet|really|actually|partially|partly|completely|fully))?";
const denied = new RegExp(`${denial}\\s*$`, 'iu');
/** Said of another change, or denied: `the commit that fixed`, `PR #88 closes`, `does not fix`, `was fixed`. */
const ofAnother = new RegExp(
  `(?:${denial}|\\b(?:instead of|attempt(?:s|ed)? to|tr(?:y|ies|ied) to|fail(?:s|ed)? to|how to|where to|had|has|have|was|were|been|already|previously|which|that|who)|(?:[#!]|\\b[A-Z][A-Z0-9]+-)\\d{1,7},?(?: also)?)\\s*$`,
  'iu',
);

/** What is made while a ticket is open, or for it. */
const standIns = anyOf(
  /workaround|umgehung|provisorium|contournement|parche|hack|shim|stub|stopgap|fallback|flag|support|prepar\w{0,6}/,
  /groundwork|room|blocker|prerequisite|precondition|need|wait\w{0,3}|hold/,
);
/** Before an id that is spoken of: what it unblocks, follows, reverts, comes from, works around or is like. */
const mention = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:${anyOf(
    // What it is like, where it comes from, when, and in what.
    /see(?: also)?|cf\.?|compare|like|unlike|as in|similar to|same as|related to|since|from|after|before|until|till|by|in/,
    /into|with|without|than|over|under|via|per|of|to|on|onto|at|as|about|against|during|because of|due to|caused by/,
    // What waits for it, takes its place, follows it or takes it back.
    /thanks to|un?blocks?|(?:un)?blocked|unblocking|blocking|depends on|requires?|needs?|supersed\w{0,4}|replac\w{0,4}/,
    /duplicat\w{0,4}|obsolet\w{0,4}|precedes?|follow(?:s|ing|-?up)?(?: to| on| for)?|reverts?|reverting|reverted|undo(?:es)?/,
    /back out|roll(?:s|ed)? back|regress\w{0,6}|introduced (?:in|by|for|with)|broken by/,
    // What stands in for it or prepares it.
    `(?:${standIns}) (?:for|für|pour|para|per|de)|work(?:s|ed|ing)? around|ahead of|pending`,
    // The same in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Chinese and Japanese.
    /siehe|vgl\.?|wie|durch|von|aus|mit|seit|nach|vor|wegen|voir|comme|depuis|avec|après|avant|ver|véase|como|desde|con/,
    /tras|antes de|veja|com|após|vedi|zie|zob\.?|см\.?|参见|参考|見る/,
  )})[\s:]{0,3}(?:the |this |den |die |das |le |la |el )?(?:issue |ticket |bug )?["'“‘([<]{0,2}$`,
  'iu',
);
/** At the beginning of a subject: what is named after it is removed, not worked on. */
const removal = new RegExp(
  String.raw`^(?:\w{1,20}(?:\([^()]{0,40}\))?!?:\s*)?(?:${anyOf(
    /revert(?:s|ed|ing)?|undo(?:es)?|back(?:s|ed)? out|roll(?:s|ed)?[ -]?back|remove[sd]?|removing|drop(?:s|ped)?/,
    /delete[sd]?|disable[sd]?|clean up after|get rid of/,
    /rückgängig|entfern\w{1,3}|lösch\w{1,3}|supprime[rz]?|retire[rz]?|annule[rz]?|elimin\w{1,2}|quita\w?|revert\w{1,4}/,
    /remov\w{1,3}/,
  )})\b`,
  'iu',
);

/** A changelog entry, as every request has one, is named after its request: `add a changelog entry for #5954`. */
const ofEntry =
  /\b(?:change ?log|changes?|release[ -]?notes?|news|history)(?:[ -](?:entry|entries|fragments?|files?|notes?|items?))?(?: for| of)?[\s:([]{0,4}$|\b(?:entry|fragment|news file) (?:for|of) $/i;

/** Lines below are a quoted changelog of another project: what it closes is that project's. */
export const quotedChanges =
  /^[\s#>*_]*(?:<details>|(?:(?:upstream |full )?(?:release[ -]?notes|change[ -]?log|changes? from|sourced from|commits|what['’]s changed|versionshinweise|notes de version|notas de la versión))(?=[\s:*_]|$))/iu;

/** Whether nothing but further ids follows an id. */
export function isLast(after: string): boolean {
  return onlyIds.test(after);
}

/**
 * Whether the line around an id says that the change is for it.
 *
 * @param before from the line's beginning
 */
export function isMeantBy(before: string, after: string): boolean {
  if (strongStart.test(before)) return true;
  if (labelStart.test(before)) return /[:：=]\W{0,8}$/u.test(before) || isLast(after);
  const closes = closingWord.exec(before);
  return closes !== null && closesAfter(before.slice(0, closes.index));
}

/** A clause before that closes another ticket: `Closes #12,` in `Closes #12, fixes #13 and resolves #14`. */
const closedBefore = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${alternatives(closing)})\\s{0,2}[:：]?\\s{1,4}(?:[\\w.-]{1,60}/[\\w.-]{1,80})?(?:#|${projectKey}-)\\d{1,7}(?:,| and|, and|;)$`,
  'iu',
);

/** Whether a closing word after this text is about the change itself, and neither denied nor about another change. */
export function closesAfter(text: string): boolean {
  let clause = text.trimEnd();
  // All clauses of a list are about the same change as the first.
  for (let before = closedBefore.exec(clause); before !== null; before = closedBefore.exec(clause))
    clause = clause.slice(0, before.index).trimEnd();
  return beginsClause.test(clause) && !ofAnother.test(clause);
}

/** The same for a subject: it is one clause, so a closing or working word anywhere before the id counts. */
export function isMeantInSubject(before: string, after: string): boolean {
  if (ofEntry.test(before)) return false;
  if (isMeantBy(before, after)) return true;
  const found = closingWord.exec(before) ?? workingWord.exec(before);
  return found !== null && !mention.test(before) && !ofAnother.test(before.slice(0, found.index).trimEnd());
}

/** Whether a subject only mentions the id, or denies that it closes it. */
export function isMention(before: string): boolean {
  return mention.test(before) || removal.test(before) || ofEntry.test(before) || isDenied(before);
}

/** `do not close #7`. */
function isDenied(before: string): boolean {
  const found = closingWord.exec(before) ?? workingWord.exec(before);
  return found !== null && denied.test(before.slice(0, found.index));
}
