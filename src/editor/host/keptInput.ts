import { type InputBoxOptions, window } from 'vscode';

/**
 * Input boxes whose text is offered again until what it was typed for is made: the person may leave the box to read
 * something first.
 */
export class KeptInput {
  private readonly typed = new Map<string, string>();

  /**
   * @param of what the text is about: the box with the same one offers it again
   * @returns undefined where the person leaves the box
   */
  async ask(of: string, options: InputBoxOptions): Promise<string | undefined> {
    const keep = (value: string) => {
      this.typed.set(of, value);
      return null;
    };
    const value = options.value ?? this.typed.get(of) ?? '';
    // Escape gives back nothing of what was typed, so that each change is kept.
    const given = await window.showInputBox({ ...options, value, ignoreFocusOut: true, validateInput: keep });
    if (given !== undefined) keep(given);
    return given;
  }

  /** Called when what was asked for is made. @param of only that box; all where it is left out */
  clear(of?: string): void {
    if (of === undefined) this.typed.clear();
    else this.typed.delete(of);
  }
}
