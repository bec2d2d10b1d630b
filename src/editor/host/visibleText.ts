/**
 * Characters that show nothing or turn text around: controls, bidi overrides, zero-width, tag characters
 * (docs/security.md#hostile-input, D15).
 */
const hidden = /[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Joiners are ordinary inside emoji and in scripts that cannot be written without them; elsewhere they hide. */
const joiners: ReadonlySet<string> = new Set(['\u200C', '\u200D', '\uFE0F']);
const needsJoiner = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{M}|\p{Script=Arabic}|\p{Script=Mongolian})$/u;

/**
 * Text from a repository as one line on which every character can be seen: white space becomes single blanks, hidden
 * characters become `\u{202E}`, and what is longer than `limit` characters is cut (D7).
 */
export function visibleText(text: string, limit = 200): string {
  const cut = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const shown = cut.replace(/\s+/gu, ' ').trim().replace(hidden, escapeUnlessJoining);
  return shown.length > limit ? `${shown.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : shown;
}

/** As `visibleText`, but cut in the middle: names that begin alike are told apart by their ends. */
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
 * Text for a message, the prompt of an input box or a progress: VS Code makes a link of `[text](command:…)` there, and
 * runs the command on a click (R1).
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/** Text for a place that renders `$(name)` as an icon and has no switch for it (R4). */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
