import { commands as editorCommands } from 'vscode';
import type { FeatureServices } from '../../host/featureServices';
import type { PreviewMarks, RenderRule } from './previewMarks';

/** As much of markdown-it as is used here: the editor brings its own version. */
interface MarkdownEngine {
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
}

/**
 * Extends the engine of the editor's Markdown preview, which asks for this once. It keeps what it has parsed and says only
 * while it renders which document that is of, so these are rules of the renderer. What they do is loaded after that:
 * what was rendered before is rendered again then, and where records change.
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
