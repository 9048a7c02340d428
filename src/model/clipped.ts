/**
 * A text that stands for all of it where it is named or quoted: whole where it has at most `most` letters, else its first words and an
 * ellipsis, together at most `most` letters. Cut between two words where that leaves half of them, never within a letter of two code units.
 */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most - 2)
  if (space >= most / 2) return `${text.slice(0, space)} …`
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
