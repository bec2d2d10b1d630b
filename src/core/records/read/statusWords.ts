import { commaList, wordSet } from '../../text/wordList';
import type { RecordStatus } from '../record';

type StatedStatus = Exclude<RecordStatus, 'none' | 'other'>;

/**
 * Words and phrases that begin a stated status. Only words with one meaning are listed; the rest
 * (`provisional`, `on hold`, `reverted`, `stalled`) stays `other` and is shown as written. No word is in two lists.
 */
export const statusWordLists: Readonly<Record<StatedStatus, readonly string[]>> = {
  draft: commaList(`
    draft, drafting, wip draft, ideation, prediscussion, entwurf, brouillon, udkast, utkast, borrador,
    rascunho, bozza, szkic, taslak, 草稿, 草案, 起草中, 下書き, ドラフト, 초안, черновик, чернетка, en borrador, em rascunho, wersja robocza, luonnos`),
  proposed: commaList(`
    proposed, proposal, propose, pending, under review, in review, review, needs review, in discussion,
    under discussion, discussion, being discussed, open, rfc, wip, work in progress, last call, undecided,
    awaiting approval, awaiting review, awaiting decision, pending approval, waiting for approval,
    candidate, under consideration, for review, request for comments, ready for review, to be decided,
    submitted, final comment period, vorgeschlagen, in diskussion, offen, proposé, proposée, foreslået, foreslått, föreslagen,
    propuesto, propuesta, proposto, proposta, em análise, em discussão, en discusión, en discussion, voorgesteld, proponowany, zaproponowany, önerildi, 提议, 提议中, 提案, 提案中,
    提案済み, 待审核, 待评审, 审核中, 评审中, 讨论中, 検討中, レビュー中, 承認待ち, 승인 대기, 승인 대기중, 승인 대기 중, 제안, 제안됨, 검토 중, 검토중, предложено,
    предложен, предложена, предложение, на рассмотрении, на обсуждении, в обсуждении, обсуждается, на согласовании,
    запропоновано, zaproponowana, zaproponowano, proponowana, proponowane, propozycja, w dyskusji, do akceptacji, navrženo,
    ehdotettu, en revisión, pendiente, en evaluación, em revisão, pendente, em avaliação, en cours de discussion,
    en cours de revue, en cours de validation, en attente, en attente de validation, proposition, soumis, soumise,
    in prüfung, zur diskussion, in abstimmung, ausstehend, vorschlag, zur entscheidung, in revisione, in discussione,
    in behandeling, ter discussie, föreslaget, under vurdering, til vurdering, レビュー待ち, 議論中, 審議中, 提案段階, 待审批,
    待批准, 待讨论, 拟议, 提議, 提議中, 審核中, 評審中, 討論中, 待審核`),
  accepted: commaList(`
    accepted, accept, acceptance, approved, approve, implemented, implementable, active, final, finalized,
    finalised, adopted, adopt, done, agreed, ratified, decided, living, in force, in effect, effective,
    enacted, reinstated, committed, confirmed, completed, complete, released, published, current, in use, merged,
    akzeptiert, angenommen, genehmigt, beschlossen, entschieden, umgesetzt, accepté, acceptée, adopté,
    adoptée, approuvé, approuvée, validé, validée, accepteret, godkendt, vedtaget, besluttet, akseptert,
    godkjent, vedtatt, accepterad, godkänd, beslutad, aceptado, aceptada, aprobado, aprobada, aceito,
    aceita, aceite, aprovado, aprovada, accettato, accettata, approvato, approvata, geaccepteerd,
    goedgekeurd, aangenomen, zaakceptowany, zatwierdzony, kabul edildi, 已接受, 接受, 已采纳, 采纳, 已采用, 采用, 已批准, 批准, 已通过,
    通过, 已生效, 生效, 已完成, 完成, 已实施, 已实现, 已決定, 已決議, 承認済み, 承認済, 承認, 採用, 採用済み, 採択, 採択済み, 決定, 決定済み, 決定済, 確定,
    実装済み, 승인, 승인됨, 승인 완료, 채택, 채택됨, 수락됨, 확정, принято,
    принят, принята, утверждено, утвержден, утверждён, утверждена, одобрено, одобрен, одобрена, согласовано, согласован,
    согласована, действует, действующее, реализовано, внедрено, прийнято, затверджено, zaakceptowana, zaakceptowane,
    zaakceptowano, akceptowany, akceptowana, przyjęty, przyjęta, przyjęte, przyjęto, zatwierdzona, zatwierdzone,
    zatwierdzono, obowiązujący, obowiązująca, obowiązuje, wdrożony, wdrożona, wdrożone, přijato, schváleno, hyväksytty,
    vigente, en vigor, em vigor, implementado, implementada, adoptado, adoptada, adotado, adotada, validado, validada,
    en vigueur, implémenté, implémentée, entériné, entérinée, retenu, retenue, in kraft, gültig, verabschiedet, freigegeben,
    bestätigt, aktiv, implementiert, implementato, implementata, adottato, adottata, in vigore, geïmplementeerd,
    vastgesteld, van kracht, antagen, antaget, beslutat, godkänt, accepterat, gældende, gjeldende, implementert,
    implementeret, onaylandı, 有効, 適用中, 合意済み, 现行, 有效, 已採納, 採納, 已採用, 已通過, 通過, 已實施, 已實現`),
  rejected: commaList(`
    rejected, reject, declined, withdrawn, abandoned, dropped, denied, cancelled, canceled, refused,
    dismissed, discarded, wont do, won't do, wontfix, abgelehnt, verworfen, zurückgezogen, rejeté, rejetée,
    refusé, refusée, abandonné, abandonnée, afvist, avvist, avvisad, förkastad, rechazado, rechazada, rejeitado,
    rejeitada, rifiutato, afgewezen, verworpen, odrzucony, reddedildi, 已拒绝, 拒绝, 已否决, 否决, 已撤回, 却下, 不採用, 棄却, 승인 거부, 승인 거절, 거부, 거부됨,
    거절됨, 반려, отклонено,
    отклонен, отклонён, отклонена, отвергнуто, отвергнут, отвергнута, отозвано, відхилено, odrzucona, odrzucone, odrzucono,
    zamítnuto, hylätty, descartado, descartada, retirado, retirada, recusado, recusada, écarté, écartée, annulé, annulée,
    respinto, respinta, scartato, scartata, ingetrokken, avslagen, avslaget, 已拒絕, 拒絕, 已否決, 否決, 已撤銷`),
  deprecated: commaList(`
    deprecated, deprecate, retired, obsolete, obsoleted, sunset, decommissioned, outdated, expired,
    no longer relevant, no longer valid, no longer in force, no longer applicable, archived, historic,
    historical, revoked, rescinded, void, null and void, veraltet, überholt, obsolète, déprécié, dépréciée, forældet, foreldet,
    föråldrad, obsoleto, obsoleta, deprecado, depreciado, deprecato, verouderd, przestarzały, 已废弃, 废弃, 已弃用, 弃用, 已过时, 已作废,
    廃止, 廃止済み, 非推奨, 폐기, 폐기됨, 사용 중단, устарело,
    устарел, устарела, устаревшее, неактуально, неактуален, утратило силу, утратил силу, застаріло, przestarzała,
    nieaktualny, nieaktualna, nieaktualne, deprecada, deprecata, depreciada, descontinuado, descontinuada, derogado,
    derogada, revogado, revogada, abrogé, abrogée, caduc, caduque, périmé, périmée, obsolet, hinfällig, aufgehoben,
    außer kraft, ungültig, vervallen, inaktuell, upphävd, utgått, utdatert, udgået, 失効, 已失效, 失效, 已廢棄, 廢棄, 已棄用, 棄用, 已過時, 已作廢`),
  superseded: commaList(`
    superseded, superceded, superseeded, supersede by, replaced, superseded by, overruled, overridden,
    overriden, subsumed, ersetzt, abgelöst, remplacé, remplacée, erstattet, ersatt, reemplazado,
    reemplazada, sustituido, sustituida, substituído, substituída, sostituito, sostituita, vervangen,
    zastąpiony, 已取代, 已替代, 取代, 替代, 被取代, 被替代, 已被取代, 已被替代, 置き換え済み, 置換済み, 置き換え, 대체, 대체됨,
    置き換えられた, 置き換えられました, заменено, заменен, заменён, заменена, замещено, замещен, замещён, замещена, замінено,
    zastąpiona, zastąpione, zastąpiono, nahrazeno, korvattu, supplanté, supplantée`),
};

const byPhrase: ReadonlyMap<string, StatedStatus> = new Map(
  Object.entries(statusWordLists).flatMap(([status, phrases]) =>
    phrases.map((phrase) => [phrase, status as StatedStatus] as const),
  ),
);

/** Words that may stand before the one that counts without changing it. */
const fillers: ReadonlySet<string> = new Set(
  'this the adr rfc decision record proposal document is was has been now currently status fully formally provisionally partially partly mostly conditionally largely unanimously officially tentatively and both initially'.split(
    ' ',
  ),
);

const partialWords: ReadonlySet<string> = new Set(
  'partially partly mostly largely parts part teilweise partiellement parcialmente parzialmente gedeeltelijk deels delvis delvist'.split(
    ' ',
  ),
);

/** Words for a kind of record that are a status where they stand alone. */
const genres: ReadonlySet<string> = new Set(['rfc', 'proposal', 'draft']);
const determiners: ReadonlySet<string> = new Set(['this', 'the']);

/** What the first words of a status say. */
export interface StatusPhrase {
  readonly status: StatedStatus;
  /** `Partly superseded`, `partially implemented`. */
  readonly partial: boolean;
  /** How many words of the text were used up. */
  readonly words: number;
}

/** The status that a text begins with, after at most six words that change nothing; null where it is no known one. */
export function leadingStatus(text: string): StatusPhrase | null {
  const tokens = statusTokens(text.slice(0, 200)).slice(0, 12);
  let partial = false;
  for (let at = 0; at < Math.min(tokens.length, 7); at++) {
    for (let length = 4; length > 0; length--) {
      const status = byPhrase.get(tokens.slice(at, at + length).join(' '));
      if (status === undefined || (length === 1 && isGenre(tokens, at))) continue;
      const words = at + length;
      const isOther =
        (status === 'accepted' && isStillTalked(tokens, words)) ||
        (status === 'proposed' && over.has(tokens[words] ?? '')) ||
        (length === 1 && isAttribute(text, tokens[at] ?? '')) ||
        (tokens[at - 1] === 'the' && isNoun(tokens[words])) ||
        (hangul.test(tokens[words - 1] ?? '') && hangul.test(tokens[words] ?? ''));
      return isOther ? null : { status, partial, words };
    }
    const token = tokens[at] ?? '';
    partial ||= partialWords.has(token);
    if (!fillers.has(token) && !partialWords.has(token)) return null;
  }
  return null;
}

/** `This RFC was accepted`, `Proposal rejected`: the word says what the document is and not its status. */
function isGenre(tokens: readonly string[], at: number): boolean {
  const next = byPhrase.get(tokens[at + 1] ?? '');
  const isSettled = next !== undefined && next !== 'draft' && next !== 'proposed';
  return genres.has(tokens[at] ?? '') && (isSettled || determiners.has(tokens[at - 1] ?? ''));
}

/** `Review completed`, `Discussion closed`: how it ended is not said. */
const over: ReadonlySet<string> = new Set(['closed', 'completed', 'ended', 'finished', 'concluded', 'over']);

/** `Active discussion`, `Final draft`, `Accepted for review`: what comes after the word takes it back. */
function isStillTalked(tokens: readonly string[], at: number): boolean {
  const next = tokens[at] ?? '';
  return talk.has(next) || (next === 'for' && talk.has(tokens[at + 1] ?? ''));
}

/** In Korean the noun that decides is the last: an approval may be waited for, refused or withdrawn. */
const hangul = /^[\uac00-\ud7a3]/;

/** `Historical design record`, `active development`: the word is about what follows it and not a status. */
function isAttribute(text: string, word: string): boolean {
  const next = attributive.get(word)?.exec(text)?.[1]?.toLowerCase();
  return next !== undefined && !afterStatus.has(next) && !byPhrase.has(next);
}

/** `The superseded analysis`: the word behind the status is what it is said of. */
function isNoun(next: string | undefined): boolean {
  return next !== undefined && /^\p{L}/u.test(next) && !afterStatus.has(next) && !byPhrase.has(next);
}

const attributive: ReadonlyMap<string, RegExp> = new Map(
  ['historic', 'historical', 'archived', 'outdated', 'active', 'current', 'final', 'complete', 'open'].map((word) => [
    word,
    new RegExp(`(?<![\\p{L}])${word} (\\p{L}{2,20})`, 'iu'),
  ]),
);

const talk: ReadonlySet<string> = new Set(
  'comment comments discussion discussions debate draft review feedback vote voting consultation consideration unless against into'.split(
    ' ',
  ),
);

/** Words that may follow a status. Before any other word it is an attribute, as in `rejected options`. */
const afterStatus = wordSet(
  'for in by on since as at from with due because and für seit am im in wegen pour depuis par para desde',
);

/**
 * Whether a later clause says the opposite of the first: `Accepted for the EU and rejected for the US`, `Accepted, but
 * deprecated since 2`. Which of the two holds is for the reader.
 */
export function contradicts(text: string, first: RecordStatus): boolean {
  if (first !== 'accepted' && first !== 'proposed') return false;
  const clauses = text
    .slice(0, 200)
    .replace(/\([^()]{0,200}\)/g, '')
    .split(/[,;]\s(?:(?:and|but|und|aber|et|mais|pero|mas)\s)?|\s(?:and|but|und|aber|et|mais|pero|mas)\s/);
  return clauses.slice(1, 8).some((clause) => {
    if (
      /^(?:(?:now|later|then|since|was|subsequently) ){0,2}(?:reverted|undone|rolled back|taken back)(?!\p{L})/iu.test(
        clause,
      )
    )
      return true;
    const [since = ''] =
      /^(?:now|later|then|since|subsequently|inzwischen|später|maintenant|depuis)\s/i.exec(clause) ?? [];
    const phrase = leadingStatus(clause.slice(since.length));
    if (phrase?.status !== 'rejected' && phrase?.status !== 'deprecated') return false;
    const next = statusTokens(clause.slice(since.length))[phrase.words];
    return next === undefined || afterStatus.has(next) || /^\d/.test(next);
  });
}

/** `alpha|beta|stable`: three words at least, whatever they are. */
const wordsWithBars = /^[\p{L}-]{2,30}(?:\s{0,2}\|\s{0,2}[\p{L}-]{2,30}){2,12}$/u;

/** What a template offers, left behind the one that was chosen: `accepted {proposed | accepted | rejected}`. */
const offer = /\s[[{<(][^[\]{}<>()]{1,300}\|[^[\]{}<>()]{1,300}[\]}>)]\s{0,3}$/;

/** Removes the choices of a template, where one of them stands before them as the status. */
export function withoutOffer(text: string): string {
  if (!text.includes('|')) return text;
  const chosen = text.replace(offer, '');
  return chosen !== text && !chosen.includes('|') && leadingStatus(chosen) !== null ? chosen : text;
}

/** `proposed | accepted | rejected`: the choices that a template offers and not one of them. */
export function isChoice(written: string): boolean {
  const text = withoutOffer(written);
  if (text.includes('|') && (countStatuses([text]) >= 2 || wordsWithBars.test(text.trim()))) return true;
  return countOffered(text, '/') >= 3 || countOffered(text, ',') >= 4;
}

/** How many different statuses stand between the separators; `PRs #139/#162` and a sentence with commas offer none. */
function countOffered(text: string, separator: string): number {
  // Most texts have no separator and are not split.
  if (!text.includes(separator)) return 0;
  const parts = text.slice(0, 400).split(separator);
  return parts.length < 3 ? 0 : countStatuses(parts.filter((part) => part.length < 40));
}

/** How many different known words the texts have; a list of choices has three or more. */
function countStatuses(texts: readonly string[]): number {
  const tokens = texts.flatMap((text) => statusTokens(text.slice(0, 400)));
  return new Set(tokens.flatMap((token) => byPhrase.get(token) ?? [])).size;
}

/** The words of a text in lower case, as `StatusPhrase.words` counts them. */
export function statusTokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'\u2019]{0,40}/gu) ?? [];
}
