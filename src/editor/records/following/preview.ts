import { commands as editorCommands } from 'vscode';
import type { FeatureServices } from '../../host/featureServices';
import type { PreviewMarks, RenderRule } from './previewMarks';

/** The part of markdown-it that is used here: the editor brings its own version. */
interface MarkdownEngine {
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
}

/**
 * Extends the engine of the editor's Markdown preview, which calls this once. The engine caches what it has parsed, and
 * only while rendering does it say which document that belongs to. So these are rules of the renderer. Their code is
 * loaded afterwards. The preview is then rendered again, and whenever records change.
 */
export function extendPreview({ projects, boundary }: FeatureServices): <E extends MarkdownEngine>(engine: E) => E {
  return (engine) => {
    const { rules } = engine.renderer;
    const refresh = () => editorCommands.executeCommand('markdown.preview.refresh');
    let marks: PreviewMarks | undefined;
    for (const kind of ['text', 'link_close'] as const) {
      const usual = rules[kind];
      rules[kind] = (tokens, index, options, env, renderer) => {
        const render = usual ?? renderer.renderToken.bind(renderer);
        const before = () => render(tokens, index, options, env, renderer);
        return (
          marks?.[kind]({ tokens, index, env, render: (own) => renderer.render(own, options, env) }, before) ?? before()
        );
      };
    }
    void boundary.background('preview', null, async () => {
      const { PreviewMarks } = await import('./previewMarks');
      await projects.whenLoaded();
      marks = new PreviewMarks(projects, boundary);
      projects.onDidChange(boundary.event('preview', refresh));
      await refresh();
    });
    return engine;
  };
}
