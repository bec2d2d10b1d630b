import { env, l10n } from 'vscode';
import { escapeHtml } from '../../core/text/escape';
import { webviewPage } from '../host/webviewPage';
import type { FiguresPicture } from './figuresPicture';
import { axisOf, figureText, figureWords, periodText, weekText } from './figureWords';
import type { FigureRow, FigureWeek } from './model/figureRows';
import { plotTicks } from './model/plot';

/** What the page gets its style from. */
export interface FiguresShell {
  readonly cspSource: string;
  readonly styleUri: string;
}

/** The whole page. It has no script: each change makes the page anew, and a link runs one of `figureCommands`. */
export function figuresHtml(picture: FiguresPicture, { cspSource, styleUri }: FiguresShell): string {
  const title = l10n.t('Team Outcomes');
  const repository = picture.repository === '' ? '' : ` <small>${escapeHtml(picture.repository)}</small>`;
  return webviewPage({
    language: env.language,
    title,
    allowed: [`style-src ${cspSource}`],
    head: `<link rel="stylesheet" href="${escapeHtml(styleUri)}">`,
    body: `<main>
<h1>${escapeHtml(title)}${repository}</h1>
<p role="status">${picture.sentences.map(escapeHtml).join(' ')}</p>
${actionHtml(picture)}
${picture.rows.map(figureHtml).join('\n')}
${tableHtml(picture.rows)}
</main>`,
  });
}

function actionHtml({ action }: FiguresPicture): string {
  return action === null ? '' : `<p><a href="${escapeHtml(action.href)}">${escapeHtml(action.label)}</a></p>`;
}

function figureHtml(row: FigureRow): string {
  const { name, meaning } = figureWords(row);
  const counted = row.value === null ? '' : l10n.t('Counted from {0} changes.', row.cases);
  return `<figure>
<figcaption><h2>${escapeHtml(name)}: <strong>${escapeHtml(figureText(row))}</strong></h2>
<p>${escapeHtml(`${meaning} ${counted}`.trim())}</p></figcaption>
${plotHtml(row, name)}
</figure>`;
}

// Pixels from the top of the drawing.
const plotTop = 8;
const plotBottom = 158;
const plotHeight = 166;

/** The weeks as bars, each above its words, with the axis and its unit; empty where no week has a value. */
function plotHtml(row: FigureRow, name: string): string {
  const values = row.weeks.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return '';
  const { size, unit, whole } = axisOf(row.key, Math.max(...values));
  const ticks = plotTicks(Math.max(...values) / size, whole);
  const yOf = (value: number): number =>
    Math.round(plotBottom - ((plotBottom - plotTop) * value) / (ticks.at(-1) ?? 1));
  const spoken = row.weeks.map((week) => `${periodText(week.period)}: ${weekText(week)}`).join('; ');
  const numbers = ticks.map((tick) => `<text x="36" y="${yOf(tick)}">${escapeHtml(numberText(tick))}</text>`);
  const lines = ticks.map((tick) => `<line x1="0" x2="100" y1="${yOf(tick)}" y2="${yOf(tick)}"/>`);
  const band = 100 / row.weeks.length;
  const bars = row.weeks.map(({ value }, at) => {
    if (value === null) return '';
    // A bar of zero stays visible as a line.
    const y = Math.min(yOf(value / size), plotBottom - 2);
    return `<rect x="${band * (at + 0.25)}" width="${band / 2}" y="${y}" height="${plotBottom - y}"/>`;
  });
  return `<div class="plot" role="img" aria-label="${escapeHtml(l10n.t('{0} by week. {1}', name, spoken))}">
<p class="unit">${escapeHtml(unit)}</p>
<svg class="axis" width="44" height="${plotHeight}">${numbers.join('')}</svg>
<svg class="area" viewBox="0 0 100 ${plotHeight}" height="${plotHeight}" preserveAspectRatio="none">${lines.join('')}${bars.join('')}</svg>
<ol>${row.weeks.map(weekHtml).join('')}</ol>
</div>`;
}

function weekHtml(week: FigureWeek): string {
  const merged = week.merged === 0 ? '' : `<br>${escapeHtml(l10n.t('{0} merged', week.merged))}`;
  return `<li><strong>${escapeHtml(weekText(week))}</strong><br>${escapeHtml(periodText(week.period))}${merged}</li>`;
}

/** The same numbers as a table, for people who cannot see the bars or want to copy them. */
function tableHtml(rows: readonly FigureRow[]): string {
  const [first] = rows;
  if (!first) return '';
  const heads = [l10n.t('Week'), l10n.t('Merged'), ...rows.map((row) => figureWords(row).name)];
  const lines = first.weeks.map(({ period, merged }, at) => {
    const cells = [numberText(merged), ...rows.map(({ weeks }) => (weeks[at] ? weekText(weeks[at]) : ''))];
    const data = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(periodText(period))}</th>${data}</tr>`;
  });
  return `<div class="scroll"><table>
<caption>${escapeHtml(l10n.t('By week'))}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table></div>`;
}

function numberText(value: number): string {
  return new Intl.NumberFormat(env.language).format(value);
}
