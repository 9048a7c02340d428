import type { MarkFacts } from '../../blocks/index.js'
import { all, child, type Xml } from '../files/xml.js'
import { value } from './styles.js'

// Controls that hold parts of a document and ask nothing.
const NO_FIELD = ['w:docPartObj', 'w:docPartList', 'w:group', 'w:picture', 'w:citation', 'w:bibliography', 'w14:checkbox']
const LISTS = ['w:dropDownList', 'w:comboBox'] as const

/** What a content control asks for; undefined for one that asks nothing. */
export function fieldOf(properties: Xml | undefined): MarkFacts | undefined {
  if (NO_FIELD.some((name) => child(properties, name))) return undefined
  const name = value(properties, 'w:alias') ?? value(properties, 'w:tag')
  const date = child(properties, 'w:date')
  const list = LISTS.flatMap((kind) => child(properties, kind) ?? [])[0]
  const day = /^\d{4}-\d\d-\d\d/.exec(date?.attributes['w:fullDate'] ?? '')?.[0]
  // The first entry of a list is often the prompt, and has no value.
  const values = all(list, 'w:listItem').flatMap(({ attributes }) => {
    const shown = (attributes['w:displayText'] ?? attributes['w:value'] ?? '').trim()
    return shown === '' || attributes['w:value'] === '' ? [] : [shown]
  })
  return {
    kind: 'field',
    ...(name === undefined || name.trim() === '' ? {} : { name: name.trim() }),
    ...(date ? { type: 'date' } : values.length > 1 ? { type: 'choice', values } : {}),
    ...(day === undefined ? {} : { day }),
    ...(child(properties, 'w:showingPlcHdr') ? { prompt: true } : {}),
  }
}

/** What a control around whole paragraphs asks for: only one that says what it takes; others hold a part of the text. */
export const paragraphField = (properties: Xml | undefined): MarkFacts | undefined =>
  [...LISTS, 'w:date', 'w:text', 'w:showingPlcHdr'].some((name) => child(properties, name)) ? fieldOf(properties) : undefined
