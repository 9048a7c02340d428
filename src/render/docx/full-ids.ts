import { FULL_IDS } from '../../model/index.js'
import { element, escape, OFFICE, part, relationship, relationships } from './xml.js'

const ITEM = 'customXml/item1.xml'
const PROPERTIES = 'customXml/itemProps1.xml'
/** Names this kind of data to Word, which keeps what it does not know. */
const STORE = '{6B1F0C52-3E0A-4D5B-9C1D-2A7C4E8F9B10}'

/** The parts that keep the ids no bookmark can hold, by the bookmarks that stand for them; none where there are no such ids. */
export function fullIdParts(ids: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  if (ids.size === 0) return {}
  const entries = [...ids].map(([bookmark, id]) => element('id', { bookmark }, escape(id)))
  const schema = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
  return {
    [ITEM]: part(element('ids', { xmlns: FULL_IDS }, ...entries)),
    [PROPERTIES]: part(
      element(
        'ds:datastoreItem',
        { 'xmlns:ds': schema, 'ds:itemID': STORE },
        element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': FULL_IDS })),
      ),
    ),
    'customXml/_rels/item1.xml.rels': relationships(relationship('properties', `${OFFICE}/customXmlProps`, 'itemProps1.xml')),
  }
}

/** What refers to those parts: a relationship of the text, and the type of the properties. */
export const fullIdsRelationship = (ids: ReadonlyMap<string, string>): string =>
  ids.size === 0 ? '' : relationship('ids', `${OFFICE}/customXml`, `../${ITEM}`)
export const fullIdsType = (ids: ReadonlyMap<string, string>): readonly (readonly [part: string, type: string])[] =>
  ids.size === 0 ? [] : [[`/${PROPERTIES}`, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml']]
