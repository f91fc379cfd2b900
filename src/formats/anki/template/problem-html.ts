import { escapeHtml } from '../../escape-html.ts';

/** What is wrong with a card, in words, where the learner sees it. */
export function toProblemHtml(problem: string): string {
  return `<div class="cairn-problem">${escapeHtml(problem)}</div>`;
}
