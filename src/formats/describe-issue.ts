import * as v from 'valibot';

const mostCharacters = 200;

/** What is wrong with a value of a file, after the path to it: short, however long the value is. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const message = issue.received === 'undefined' ? 'is missing' : shorten(issue.message);
  return path === null ? message : `${path}: ${message}`;
}

function shorten(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}
