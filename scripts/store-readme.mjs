// The README for the stores and the editor's page of an extension. They show no pictures by theme, and only those with
// a URL. The chapter on running it from a clone is left out, because their readers have none.

const picture = /<picture>\s*<source [^>]*>\s*<img src="([^"]+)" alt="([^"]+)">\s*<\/picture>/g;
const ofClone = /<!-- not in the stores -->\n[\s\S]*?<!-- in the stores again -->\n\n?/g;
const image = /^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm;

/**
 * @param {string} text of README.md
 * @param {boolean} hasRepository whether vsce can give relative pictures an address; without one they are left out
 */
export function storeReadme(text, hasRepository) {
  const plain = text.replace(ofClone, '').replace(picture, '![$2]($1)');
  return hasRepository ? plain : plain.replace(image, '');
}
