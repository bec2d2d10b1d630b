/** Names of accounts without a person behind them, as the last word of a name or as its beginning. */
const machineName =
  /(?:\[bot\]|(?:^|[\s_-])(?:bot|ci|automation))$|^(?:copilot|dependabot|renovate|github[ -]actions?|web-flow)\b/i;
/**
 * `noreply@anthropic.com`, `no-reply@github.com`: no mail to it is read. The noreply addresses of people have a host of their
 * own.
 */
const nobodysAddress = /^(?:no-?reply|do-?not-?reply|actions|bot|ci)@|\[bot\]@/i;
/** Agents that sign with an address that looks like a person's. */
const agents: ReadonlySet<string> = new Set([
  'codex@openai.com',
  'copilot@github.com',
  'cursoragent@cursor.com',
  'gemini-code-assist@google.com',
  'openhands@all-hands.dev',
]);
const peopleWithoutAddress = /@users\.noreply\./i;

/** Whether an author is a bot, a service or an agent, and so no member of a team (docs/adr/0018). */
export function isMachine(name: string, address: string): boolean {
  if (machineName.test(name.trim()) || agents.has(address.toLowerCase())) return true;
  return nobodysAddress.test(address) && (!peopleWithoutAddress.test(address) || address.includes('[bot]'));
}

/** The login in a host's noreply address, `12345+ann@users.noreply.github.com`; null for every other address. */
export function noreplyLogin(address: string): string | null {
  const match = /^(?:\d{1,12}\+)?([\w.-]{1,60})@users\.noreply\.[\w.-]{1,200}$/i.exec(address);
  return match?.[1]?.toLowerCase() ?? null;
}
