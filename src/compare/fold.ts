/**
 * Typographic folding: what differs only in these is the same to a reader. Data, not branches: each row is a pattern and what it becomes.
 * Width never matters to what comes out; folded text is for equality only and is never shown.
 */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  // Soft hyphens and marks of no width.
  [/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, ''],
  [/["'`\u00B4\u00AB\u00BB\u2018-\u201F\u2032\u2033\u2039\u203A]+/g, "'"],
  [/-{2,3}|[\u2010-\u2015\u2212]/g, '-'],
  [/\.{3}|\u2026/g, '…'],
  [/\uFB01/g, 'fi'],
  [/\uFB02/g, 'fl'],
  [/\u0133/g, 'ij'],
]
/** Nothing in it is folded: a mark of these stands alone, an accent is part of its letter. */
const PLAIN = /^(?:[\w ,;:()/\u00C0-\u00FF]|\.(?!\.\.)|-(?!-)|'(?!["'`]))*$/
/** Spaces beside a mark, and all but one of the others. */
const SPACES = /\s*([^\p{L}\p{M}\p{N}\s])\s*|\s+/gu

/** One word or mark without what is only typography. */
export function foldTypography(text: string): string {
  if (PLAIN.test(text)) return text
  let folded = text.normalize('NFC')
  for (const [pattern, plain] of FOLDS) folded = folded.replace(pattern, plain)
  return folded
}

/** A whole text without what is only typography: two texts with the same result have no edits between them. */
export function foldText(text: string): string {
  // Cells and rows of a table are structure: a word in another cell is another text.
  return foldTypography(text)
    .split(/[\t\n]/)
    .map((part) => part.replace(SPACES, (_, mark: string | undefined) => mark ?? ' ').trim())
    .join('\n')
}
