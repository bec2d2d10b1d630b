import type { CompletionItemProvider } from 'vscode';
import type { Boundary } from '../../host/boundary';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import type { Projects } from '../../workspace/projects';

/** Characters that trigger completion. A blank is not among them: a list after each word would be in the way. */
export const completionKeys = ['-', '/', '['] as const;

/** Completes references to records after a prefix that this repository cites them by. */
export class ReferenceCompletions implements CompletionItemProvider {
  readonly provideCompletionItems: NonNullable<CompletionItemProvider['provideCompletionItems']>;
  readonly resolveCompletionItem: NonNullable<CompletionItemProvider['resolveCompletionItem']>;

  constructor(projects: Projects, boundary: Boundary) {
    this.provideCompletionItems = boundary.provider('completion', null, async (document, position) => {
      const place = isOn(settingKeys.completion, document) ? projects.locateDocument(document) : undefined;
      if (!place?.project.view.loaded) return null;
      const before = document.lineAt(position.line).text.slice(0, position.character);
      const { completionList } = await import('./completionItems');
      return completionList(place, before, position);
    });
    this.resolveCompletionItem = boundary.provider('completion', undefined, async (item) => {
      const { resolvedItem } = await import('./completionItems');
      return resolvedItem(item);
    });
  }
}
