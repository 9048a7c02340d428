import type { Finding } from './types.js'

// Enough to find the table by; the count says how many there are.
const MOST_TOLD = 6

/** Ends of lines in narrow cells that leave open whether a word was cut there, each as it was read. */
export function cutFindings(cuts: readonly string[]): Finding[] {
  const words = cuts.slice(0, MOST_TOLD).join(', ')
  return cuts.length > 0 ? [{ rule: 'import/structure', form: 'cut', values: { count: cuts.length, words }, line: 1 }] : []
}
