import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { readPolicy, writePolicy } from '../../src/read/index.js'
import { PRINTED_LABELS } from '../support/labels.js'
import { runs } from '../support/laws.js'

/** Texts as schools write them, and characters that mean something to Markdown. */
const word = fc.constantFrom(
  ...'school leerling ouders foto toestemming beleid de het een medewerker mag niet wordt 2021 o.a. etc. “citaat” Artikel AVG'.split(
    ' ',
  ),
  ...'* ** _ __ | # ## > - + 1. a. I. 1) \\ ` ``` ~~ ~ & &amp; <b> </b> <!-- --> {#id} {.x} {{naam}} [^1] [x](y) ![a](b) ¹ ² [...] $ : ; www.a.nl a@b.nl'.split(
    ' ',
  ),
)
const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '))
const line = fc.oneof(
  sentence,
  sentence.map((text) => `${text}.`),
  fc.tuple(fc.constantFrom(...PRINTED_LABELS, '  - ', '\t- ', '¹ ', '> ', '* '), sentence).map(([label, text]) => label + text),
  fc.tuple(sentence, sentence).map((cells) => cells.join('\t')),
  fc.constantFrom(
    '',
    '',
    '',
    'Inhoudsopgave',
    'Inleiding ..... 3',
    'Versie: 1.0',
    'Datum: 31-2-2020',
    'Datum\tNaam',
    '---',
    '***',
    '===',
    '|a|b|',
    '\f',
    'Begrippen',
    'Tekst:',
  ),
)
const document = fc.array(line, { minLength: 1, maxLength: 30 }).map((lines) => lines.join('\n'))
const bytes = (text: string) => new TextEncoder().encode(text)
// Superscripts may become marks of notes, asterisks emphasis; both are markup, not words.
const words = (text: string) => text.replace(/[*¹²]/g, '').split(/\s+/).filter(Boolean)

describe('laws of the import', () => {
  it('loses no word and doubles none', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (source) => {
        const { value, messages } = await importDocument(bytes(source), 'brief.txt')
        if (!value) {
          expect(messages.some(({ severity }) => severity === 'error')).toBe(true)
          return
        }
        expect(value.receipt.fragments.flatMap(({ text }) => words(text))).toEqual(words(source))
        expect(value.receipt.unaccounted).toEqual([])
        for (const { fate, clause, reason } of value.receipt.fragments) {
          // Every part of the source became something, or there is a reason why not.
          if (fate === 'dropped' || fate === 'metadata') expect(reason).toBeTruthy()
          else if (fate === 'heading') expect(clause).toBeTruthy()
        }
      }),
      { seed: 5, numRuns: runs(70) },
    )
  })

  it('writes files in canonical style, with an id for every clause and the same result every time', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (source) => {
        const { value } = await importDocument(bytes(source), 'brief.txt')
        if (!value) return
        expect(writePolicy(readPolicy(value.markdown, 'brief.md').value)).toBe(value.markdown)
        expect((await importDocument(bytes(source), 'brief.txt')).value?.markdown).toBe(value.markdown)
      }),
      { seed: 6, numRuns: runs(50) },
    )
  })
})
