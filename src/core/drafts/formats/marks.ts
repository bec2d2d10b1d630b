/** How a chat writes what Markdown means. `text`, `code` and `block` take plain text, the others text in this form. */
export interface Marks {
  /** Text as it shows, with nothing in it that the chat would take for a mark. */
  text(text: string): string;
  strong(text: string): string;
  emphasis(text: string): string;
  struck(text: string): string;
  code(code: string): string;
  block(code: string): string;
  heading(text: string): string;
  /** @param address of the web or of mail; anything else leads nowhere in a chat and stays text */
  link(text: string, address: string): string;
  readonly bullet: string;
  readonly quote: string;
}

/** A zero-width space, which keeps a character from being a mark. */
const gap = '\u200B';

export const slackMarks: Marks = {
  text: (text) =>
    slackEntities(text).replace(/(?<![A-Za-z0-9])[*_~`](?=\S)|(?<=\S)[*_~`](?![A-Za-z0-9])/g, `${gap}$&${gap}`),
  strong: (text) => wrapped(text, '*'),
  emphasis: (text) => wrapped(text, '_'),
  struck: (text) => wrapped(text, '~'),
  code: (code) => wrapped(slackEntities(code).replaceAll('`', "'"), '`'),
  block: (code) => `\`\`\`\n${slackEntities(code).replaceAll('```', "'''")}\n\`\`\``,
  // A `*` inside would end the bold text.
  heading: (text) => wrapped(text.replaceAll('*', ''), '*'),
  link: (text, address) => `<${slackEntities(address).replaceAll('|', '%7C')}|${text.replaceAll('|', '/') || 'link'}>`,
  bullet: '• ',
  quote: '> ',
};

export const plainMarks: Marks = {
  text: (text) => text,
  strong: (text) => text,
  emphasis: (text) => text,
  struck: (text) => text,
  // An `@name` in code was no mention, and a chat must not make it one.
  code: (code) => code.replace(/@(?=[\p{L}\p{N}_])/gu, `@${gap}`),
  block: (code) => code,
  heading: (text) => `${text}\n${'-'.repeat(Math.min(text.length, 60))}`,
  link: (text, address) => (text === address ? text : `${text} (${address})`),
  bullet: '- ',
  quote: '> ',
};

/** What Slack asks to be escaped; with it `<!channel>` is text. */
function slackEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Marks have to touch a word, so blanks at the ends stay outside. */
function wrapped(text: string, mark: string): string {
  const inner = text.trim();
  return inner === '' ? '' : text.replace(inner, () => `${mark}${inner}${mark}`);
}
