import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import type { DocInline, Document } from '../../src/present/index.js'
import { renderPdf } from '../../src/press/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { cell, document, fonts, p, table, text } from './build.js'

const gone = (value: string): DocInline => ({ type: 'deletion', children: [text(value)] })
const come = (value: string): DocInline => ({ type: 'insertion', children: [text(value)] })
const struck = (value: string): DocInline => ({ type: 'strike', children: [text(value)] })

const print = async (source: Document): Promise<Uint8Array> =>
  (await renderPdf(source, { fonts, wording: loadWording(undefined, source.lang) })).value

/** The text as pdf.js reads it for a screen reader and for copying. */
async function heard(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  await pdf.cleanup()
  return items.flatMap((found) => ('str' in found ? [found.str, found.hasEOL ? ' ' : ''] : [])).join('')
}

test('what came and what went is heard and copied as such', async () => {
  const bytes = await print(document([p('Vanaf ', gone('2019'), come('2023'), ' tekent de ouder ', come('altijd '), 'zelf.')]))
  const said = 'Vanaf [weg: 2019 eind] [nieuw: 2023 eind] tekent de ouder [nieuw: altijd eind] zelf.'
  expect(await heard(bytes)).toContain(said)
  const report = checkPdf(bytes)
  expect(report.problems).toEqual([])
  expect(report.words).toContain(said)
})

test('words struck through in the policy itself are said to be so', async () => {
  const bytes = await print(document([p('De bijdrage is ', struck('€ 50'), ' € 40.')], { lang: 'en' }))
  expect(await heard(bytes)).toContain('De bijdrage is [struck: € 50 end] € 40.')
})

test('every cell of a row that came says so', async () => {
  const row = [cell(p(come('Pauze'))), cell(p(come('tien minuten')))]
  const bytes = await print(document([table(['Wat', 'Duur'], [row])]))
  expect(checkPdf(bytes).words).toContain('[nieuw: Pauze eind] [nieuw: tien minuten eind]')
})

test('what is said takes no line of its own and stays with its words', async () => {
  const many = Array.from({ length: 60 }, (_, k) => [gone(`oud${k}`), come(`nieuw${k}`), text(' en ')]).flat()
  const bytes = await print(document([p(...many)]))
  const report = checkPdf(bytes)
  expect(report.problems).toEqual([])
  expect(report.pages).toBe(1)
  for (let k = 0; k < 60; k++) expect(await heard(bytes)).toContain(`[weg: oud${k} eind] [nieuw: nieuw${k} eind]`)
})
