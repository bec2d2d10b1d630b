import { codeSpan, image, link } from '../../text/markdownText';
import { anyOf } from '../../text/wordList';

// Every alternative stops at its own delimiter or at a fixed length: linear time. The groups are those of the loop below.
const markup = new RegExp(
  anyOf(
    // Code; a link, `link:url[text]` or `xref:page[text]`; a cross-reference, `<<anchor,text>>`.
    /`\+?([^`]+?)\+?`/,
    /(?:link|xref):([^\s[\]]{1,500})\[([^\]]{0,500})\]/,
    /<<([^,<>]{1,200})(?:,([^<>]{0,300}))?>>/,
    // A picture, `image:path[alt]`; an address, with its text or without.
    /image:([^\s:[\]][^\s[\]]{0,300})\[([^\]]{0,300})\]/,
    /((?:https:\/\/|http:\/\/|mailto:)[^\s[\]<>]{1,1000})(?:\[([^\]]{0,500})\])?/,
    // A footnote or a key, an attribute, bold text.
    /(?:footnote|kbd|btn|menu):\[([^\]]{0,500})\]/,
    /\{([\w-]{1,60})\}/,
    /(?<![\w*])\*([^\s*](?:[^*\n]{0,500}[^\s*])?)\*(?![\w*])/,
  ),
  'g',
);

/** Inline markup of AsciiDoc as Markdown. `_emphasis_` and `**bold**` are written alike. */
export function asciiDocInline(text: string, attributes: ReadonlyMap<string, string>): string {
  let markdown = '';
  let done = 0;
  for (const match of text.matchAll(markup)) {
    const [whole, code, target, label, anchor, anchorText, picture, alt, url, urlText, note, name, bold] = match;
    markdown += plain(text.slice(done, match.index));
    done = match.index + whole.length;
    if (code !== undefined) markdown += codeSpan(code);
    else if (target !== undefined) markdown += link(linkText(label) || target, target);
    else if (anchor !== undefined) markdown += crossReference(anchor, anchorText);
    else if (picture !== undefined) markdown += image(linkText(alt), picture);
    else if (url !== undefined) markdown += hyperlink(url, linkText(urlText));
    else if (note !== undefined) markdown += ` (${plain(note)})`;
    else if (name !== undefined) markdown += plain(attributes.get(name.toLowerCase()) ?? whole);
    else if (bold !== undefined) markdown += `**${asciiDocInline(bold, attributes)}**`;
  }
  return markdown + plain(text.slice(done));
}

function crossReference(anchor: string, text: string | undefined): string {
  const isFile = /\.(?:adoc|asciidoc)(?:#|$)/.test(anchor);
  return link(
    text?.trim() || anchor,
    isFile || anchor.startsWith('#') ? anchor : `#${anchor.replace(/^_/, '').replaceAll('_', '-')}`,
  );
}

function hyperlink(written: string, text: string): string {
  if (text) return link(text, written);
  const end = written.length - (/[.,;:!?)'"*]{1,5}$/.exec(written)?.[0].length ?? 0);
  return `<${written.slice(0, end)}>${written.slice(end)}`;
}

/** The words of `[text,window=_blank]`, `[text^]`. */
function linkText(label: string | undefined): string {
  return (label ?? '')
    .replace(/,\s*\w+=.*$/s, '')
    .replace(/\^$/, '')
    .replace(/^"(.*)"$/s, '$1');
}

function plain(text: string): string {
  return text.replace(/ \+$/gm, '  ').replace(/[[\]~]|^>/gm, '\\$&');
}
