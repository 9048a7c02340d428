import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { inEnglish } from '../support/words.js'

const SENTENCE = 'De fietsen staan in de stalling, en wie te laat komt zet de zijne op het plein.'

async function repeated(...headings: string[]) {
  const source = `Stallingsreglement\n\n${headings.map((heading) => `${heading}\n\n${SENTENCE}\n\n`).join('')}`
  const { value } = await importDocument(new TextEncoder().encode(source), 'stalling.txt')
  return value?.receipt.findings
    .filter(({ rule }) => rule === 'label/repeated')
    .map((finding) => [finding.line, inEnglish(finding)])
}

describe('headings with the same number', () => {
  it('are found when one is a chapter and the other a part of one', async () => {
    expect(await repeated('1. Plaats', '2. Tijd', 'I. Regels voor leerlingen', '1. Sleutels', '2. Sloten')).toEqual([
      [15, 'Unexpected second heading with the number "1", expected another number than that of line 3'],
    ])
  })

  it('are right when every part counts its own, or the number says where it stands', async () => {
    expect(await repeated('I. Plaats', '1. Sleutels', '2. Sloten', 'II. Tijd', '1. Ochtend', '2. Middag')).toEqual([])
    expect(await repeated('1. Plaats', '1.1 Sleutels', '1.2 Sloten', '2. Tijd', '2.1 Ochtend')).toEqual([])
  })
})
