/**
 * Characters that are invisible or change the direction of text: controls, bidi overrides, zero-width, tag characters
 * (docs/security.md#hostile-input, D15).
 */
const hidden = /[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Joiners are ordinary in emoji and in scripts that need them. Elsewhere they can hide something. */
const joiners: ReadonlySet<string> = new Set(['\u200C', '\u200D', '\uFE0F']);
const needsJoiner = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{M}|\p{Script=Arabic}|\p{Script=Mongolian})$/u;

/**
 * Text from a repository as one line in which every character is visible: white space becomes single blanks, hidden
 * characters become `\u{202E}`, and text longer than `limit` characters is cut (D7).
 */
export function visibleText(text: string, limit = 200): string {
  const cut = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const shown = cut.replace(/\s+/gu, ' ').trim().replace(hidden, escapeUnlessJoining);
  return shown.length > limit ? `${shown.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : shown;
}

/** As `visibleText`, but cut in the middle: names that begin alike can be distinguished by their ends. */
export function visibleEnds(text: string, limit: number): string {
  const shown = [...visibleText(text, 300)];
  const head = Math.ceil((limit - 1) / 2);
  if (shown.length <= limit) return shown.join('');
  return `${shown.slice(0, head).join('')}…${shown.slice(head + 1 - limit).join('')}`;
}

function escapeUnlessJoining(character: string, at: number, whole: string): string {
  if (joiners.has(character) && needsJoiner.test(whole.slice(Math.max(0, at - 2), at))) return character;
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

/**
 * Text for a message, the prompt of an input box or a progress notification. VS Code renders `[text](command:…)` there
 * as a link that runs the command (R1).
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/** Text for a place that always renders `$(name)` as an icon (R4). */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
