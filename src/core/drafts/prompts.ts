/**
 * A place in a draft that only a person can fill. It stands in the text as `‹what›`; drafted text never has these marks,
 * so whatever is between them was left as it was drafted.
 */
export interface Prompt {
  readonly prompt: string;
  readonly choices: readonly string[] | null;
}

/** How a work item can stand; none is preselected. */
export const itemStates = ['on track', 'needs watching', 'blocked'] as const;

export function ask(prompt: string): Prompt {
  return { prompt: `‹${prompt}›`, choices: null };
}

export function choose(choices: readonly string[]): Prompt {
  return { prompt: `‹${choices.join(' / ')}›`, choices };
}

/** What a question to the reader of a handoff has to say. */
export const questionPrompt = 'question; needed by when, in both clocks; if nobody answers, I will …';

/** Whether a text still has a prompt. */
export function hasPrompt(text: string): boolean {
  return /‹[^‹›]{1,200}›/.test(text);
}

/** The typed text around the prompts. */
export function withoutPrompts(text: string): string {
  return text.replace(/‹[^‹›]{1,200}›/g, ' ');
}

/** The prompts of a text, in order, with their UTF-16 offsets. */
export function promptsIn(text: string): { readonly index: number; readonly text: string }[] {
  return [...text.matchAll(/‹[^‹›]{1,200}›/g)].map(({ index, 0: found }) => ({ index, text: found }));
}
