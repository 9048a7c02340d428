/** XML as text, for the few parts of a Word file. Values are escaped; children are XML already. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

export const element = (name: string, attributes: Attributes = {}, ...children: readonly string[]): string =>
  tagged(name, attributes, '', children)

/** The same in the namespace of WordprocessingML, attributes too. */
export const w = (name: string, attributes: Attributes = {}, ...children: readonly string[]): string =>
  tagged(`w:${name}`, attributes, 'w:', children)

// Called for everything a file holds: strings are put together as they come, without lists in between.
function tagged(name: string, attributes: Attributes, prefix: string, children: readonly string[]): string {
  let given = ''
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) given += ` ${key.includes(':') ? '' : prefix}${key}="${escape(String(value))}"`
  }
  let inside = ''
  for (const child of children) inside += child
  return inside === '' ? `<${name}${given}/>` : `<${name}${given}>${inside}</${name}>`
}

// What XML 1.0 cannot hold, not even escaped (section 2.2): a file with one of these opens nowhere.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escape = (text: string): string => text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (c) => ENTITIES[c] as string)

export const part = (xml: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`

export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export const relationships = (...entries: readonly string[]): string =>
  part(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...entries))

export const relationship = (id: string, type: string, target: string): string =>
  element('Relationship', { Id: id, Type: type, Target: target })
