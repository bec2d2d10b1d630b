import { normalName } from '../../text/plainText';
import { commaList } from '../../text/wordList';

/** What a field means, whatever it is called. */
export type FieldName =
  | 'status'
  | 'stage'
  | 'standing'
  | 'date'
  | 'decided'
  | 'created'
  | 'modified'
  | 'revised'
  | 'deadline'
  | 'deciders'
  | 'authors'
  | 'owners'
  | 'tags'
  | 'title'
  | 'id'
  | 'supersedes'
  | 'supersededBy'
  | 'supersedesInPart'
  | 'supersededByInPart'
  | 'superseded'
  | 'alert'
  | 'scope'
  | 'paths'
  | 'appliesTo'
  | 'leftOut'
  | 'handoff'
  | 'parties';

/** Fields that are only about what took the place of what. */
export const relationNames = ['supersedes', 'supersededBy', 'supersedesInPart', 'supersededByInPart'] as const;

/** Words that are a label for the newer record behind `superseding`: `Superseding Proposal: SE-0012`. */
export const newerOnes = commaList('proposal, adr, rfc, record, decision, document');

/** Names by meaning, as `normalName` writes them. Languages are mixed where no word means two things. */
const fieldNames: Readonly<Record<FieldName, readonly string[]>> = {
  status: commaList(`
    status, state, adr status, decision status, record status, rfc status, current status, document status,
    statut, état, estado, stato, tilstand, stan, durum, situação, situación, situazione, tila, stav, 状态, 狀態, 状態, ステータス, 상태, статус`),
  stage: ['stage'],
  standing: ['stand'],
  date: commaList(`
    date, datum, dato, fecha, data, adr date, record date, decision date, date of decision, status date,
    date of record, tarih, 日期, 日付, 날짜, дата`),
  decided: commaList(`
    decided, decided on, date decided, date accepted, accepted on, date approved, approved on,
    approval date, ratified on, entschieden am, date de décision, fecha de decisión, data da decisão,
    决定日期, 决策日期, 决策时间, 決定日, 承認日, 결정일, дата принятия, дата решения`),
  created: commaList(`
    created, created on, created at, date created, creation date, start date, date proposed, proposed on,
    proposal date, pub date, publish date, initial date, erstellt, erstellt am, date de création,
    fecha de creación, data de criação, 创建日期, 创建时间, 建立日期, 作成日, 起票日, 作成日時, 작성일, дата создания, создано`),
  modified: commaList(`
    modified, last modified, last modified at, lastmod, date modified, modified on, updated, last updated,
    last update, last updated on, updated on, updated at, date updated, zuletzt geändert, stand vom,
    dernière modification, última actualización, última atualização, sist oppdatert, laatst gewijzigd,
    更新日期, 更新时间, 最后更新, 最近更新, 更新日, 最終更新, 最終更新日, 수정일, 최종 수정일, обновлено, дата обновления`),
  revised: ['revdate'],
  deadline: commaList(`
    deadline, decision deadline, comment deadline, review deadline, feedback deadline, decide by, decision by,
    decision due, due, due date, comments by, comments due, comments until, comments close, comments close on,
    comment window closes, comment window closes on, comment window ends, comment period ends, comment period closes,
    review window closes, review window ends, review period ends, review period closes, feedback by, last call ends,
    last call until, frist, entscheidung bis, date limite,
    fecha límite, data limite, 截止日期, 期限`),
  deciders: commaList(`
    decider, deciders, decision maker, decision makers, decided by, approver, approvers, approved by,
    accepted by, entscheider, entscheidungsträger, décideur, décideurs, décisionnaire, décisionnaires,
    beslutningstagere, decisor, decisores, beslutningstakere, decisori, 决策者, 决策人, 决策方, 批准人, 审批人, 決策者, 決定者,
    意思決定者, 承認者, 결정자, 의사결정자, 승인자`),
  authors: commaList(`
    author, authors, co author, co authors, adr author, adr authors, written by, proposed by, proposer, submitter, submitters, submitted by, contributor,
    contributors, editor, editors, autor, autoren, autorin, auteur, auteurs, autores, forfatter,
    forfattere, autore, autori, verfasser, verfasserin, rédacteur, rédacteurs, 作者, 撰写人, 编写人, 提出者, 提案人, 著者, 作成者,
    起票者, 起案者, 提案者, 작성자, 제안자, автор, авторы`),
  owners: commaList(`
    owner, owners, owned by, owning team, team, maintainer, maintainers, responsible, champion, driver,
    dri, service owner, decision owner, decision owners, adr owner, adr owners, rfc owner, rfc owners, document owner,
    document owners, record owner, on call, oncall, verantwortlich, verantwortliche,
    responsable, responsables, responsável, responsáveis, responsabile, 负责人, 責任者, 担当者, 担当, 담당자`),
  tags: commaList(`
    tag, tags, label, labels, keyword, keywords, category, categories, topics, stichworte, schlagworte,
    mots clés, étiquettes, etiquetas, palabras clave, palavras chave, 标签, 標籤, 关键词, タグ, 태그`),
  title: ['title', 'titel', 'titre', 'título', 'titolo', '标题', '標題', 'タイトル', '제목'],
  id: commaList(`
    id, adr, adr id, adr number, adr no, adr nr, number, identifier, decision id, rfc, rfc number, eip,
    kep number, nr, proposal, proposal id, proposal number`),
  supersedes: commaList(`
    supersedes, supercedes, superseeds, replaces, obsoletes, supersedes adr, supersedes adrs, remplace,
    reemplaza a, substitui, erstatter, zastępuje, заменяет`),
  supersededBy: commaList(`
    superseded by, superceded by, superseeded by, ${newerOnes.map((one) => `superseding ${one}`).join(', ')}, replaced by, obsoleted by, superseded by adr,
    deprecated by, successor, ersetzt durch, abgelöst durch, remplacé par, remplacée par, reemplazado por,
    reemplazada por, sustituido por, substituído por, erstattet af, vervangen door, sostituito da,
    zastąpiony przez, zastąpiona przez, zastąpione przez, заменено на, заменен на, заменён на, заменена на, 被取代,
    被替代, 取代者, 後継`),
  supersedesInPart: commaList(`
    supersedes in part, supersedes partly, supersedes partially, partly supersedes, partially supersedes,
    partial supersedes, replaces in part, partly replaces, partially replaces, ersetzt teilweise, remplace en partie`),
  supersededByInPart: commaList(`
    superseded in part by, superseded partly by, superseded partially by, partly superseded by, partially superseded by,
    partially superseded, partly superseded, replaced in part by, partly replaced by, partially replaced by,
    teilweise ersetzt durch, remplacé en partie par, partiellement remplacé par, parcialmente substituído por`),
  superseded: ['superseded', 'superceded', 'replaced'],
  alert: ['alert', 'alerts', 'alert name', 'alertname'],
  scope: ['scope'],
  paths: commaList('paths, files, code refs, code references, code paths'),
  appliesTo: commaList('affects, applies to, appliesto'),
  leftOut: commaList(`
    exclude, excludes, excluded, exclusion, exclusions, except, exception, exceptions, out of scope, not in scope,
    does not apply to, do not apply to, not applicable to, does not affect`),
  handoff: ['handoff'],
  parties: ['from', 'to'],
};

const byName: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) => names.map((name) => [name, field as FieldName] as const)),
);

/** The meaning of a field's name, or null where it is none that a record's head has. */
export function fieldNamed(label: string): FieldName | null {
  if (label.length > 60) return null;
  return byName.get(normalName(label)) ?? null;
}

/** The same for a key of front matter, where `lastModified` and `last-modified` are one name. */
export function fieldOfKey(key: string): FieldName | null {
  return fieldNamed(key.replace(/([a-z])([A-Z])/g, '$1 $2'));
}

/** Words that are labels at a line's beginning but too general to be one as a heading: `## State`, `## Team`. */
const labelsOnly: ReadonlySet<string> = new Set([
  ...fieldNames.leftOut,
  ...fieldNames.standing,
  ...commaList(`
  state, data, team, driver, category, categories, label, labels, topics, stan, from, to, files, paths,
  scope, id, adr, rfc, number, nr, proposal, editor, editors, title, responsible, replaces, alerts, alert,
  deadline, due, due date, frist, champion, successor, handoff, created, modified, updated, superseded, superceded, replaced, maintainer,
  maintainers`),
]);

/** The field that a section of this name states, or null. */
export function fieldOfSection(name: string): FieldName | null {
  return labelsOnly.has(name) ? null : fieldNamed(name);
}
