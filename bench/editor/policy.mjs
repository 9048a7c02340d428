import { random } from './desk.mjs'

const WORDS =
  'de school vraagt ouders toestemming voordat zij een foto van een leerling plaatst en bewaart deze niet langer dan nodig is tenzij de ouder dat anders heeft laten weten'.split(
    ' ',
  )

/** A policy of so many clauses, always the same: chapters, parts, paragraphs, items and references. */
export function policy(most, version, status) {
  const next = random(7)
  const sentence = () => {
    const words = Array.from({ length: 10 + Math.floor(next() * 25) }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ')
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }
  const lines = ['---', 'title: Reglement', 'organisation: groot', `version: ${version}`, `status: ${status}`, 'lang: nl']
  lines.push('numbering:', '  headings: [decimal, decimal]', '  items: [lower-alpha]', '---', '')
  let count = 0
  for (let chapter = 1; count < most; chapter++) {
    lines.push(`# Hoofdstuk ${chapter} {#h${chapter}}`, '')
    count++
    for (let part = 1; part <= 3 && count < most; part++) {
      lines.push(`## Onderdeel ${chapter} ${part} {#h${chapter}-${part}}`, '', `${sentence()} {#p${chapter}-${part}}`, '')
      count += 2
      for (let item = 1; item <= 6 && count < most; item++, count++) {
        lines.push(`${item}. ${sentence()}${item === 3 ? ' Zie [](#h1).' : ''} {#i${chapter}-${part}-${item}}`)
      }
      lines.push('')
    }
  }
  return lines.join('\n')
}
