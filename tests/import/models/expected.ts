import type { Declaration } from '../../../src/model/index.js'

/** What a careful editor makes of a model: written down before anything was made to do it. */
export interface Expected {
  /** What stands in the text, and the kind of value it asks; a list where two kinds are as good. */
  readonly parameters: readonly (readonly [
    stood: string,
    type: Declaration['type'] | readonly Declaration['type'][],
    places: number,
  ])[]
  /** The first words of the members of each provision with variants. */
  readonly variants: readonly (readonly string[])[]
  readonly optional: readonly string[]
  readonly guidance: readonly string[]
}

export const EXPECTED: Readonly<Record<string, Expected>> = {
  klachten: {
    parameters: [
      ['[naam school]', 'text', 2],
      ['[plaats]', 'text', 1],
      ['de mentor', 'choice', 1],
      ['Klik hier om tekst in te voeren.', 'text', 1],
      ['vier weken', 'period', 1],
      ['1 augustus 2026', 'date', 1],
      ['…', 'number', 1],
    ],
    variants: [
      [
        'De directeur hoort de klager en degene over wie geklaagd wordt in elkaars',
        'De directeur hoort de klager en degene over wie geklaagd wordt ieder',
      ],
    ],
    optional: ['Een leerling mag iemand'],
    guidance: ['Toelichting', 'Dit model is bedoeld', 'Horen in elkaars aanwezigheid past'],
  },
  attendance: {
    parameters: [
      ['[Name of school]', 'text', 1],
      ['the governing board', ['text', 'role'], 1],
      ['[date]', 'date', 1],
      ['[time]', 'text', 1],
      ['[phone / email / app]', ['choice', 'list'], 1],
      ['____', 'number', 1],
      ['Choose an item.', 'choice', 1],
      ['[number]', 'number', 1],
    ],
    variants: [['A pupil who arrives after registration signs', 'A pupil who arrives after registration goes']],
    optional: ['A pupil who is late three times'],
    guidance: ['Note to schools: adapt', 'Guidance note: small', 'Schools in some areas'],
  },
  telefoons: {
    parameters: [
      ['<naam school>', 'text', 1],
      ['de onderbouw en de bovenbouw', 'text', 1],
      ['12.00 en 12.30 uur', 'text', 1],
      ['………………', ['text', 'role'], 1],
      ['1 dag', 'period', 1],
      ['[functie]', 'role', 1],
      ['info@school.nl', 'text', 1],
    ],
    variants: [['Leerlingen leggen hun telefoon bij binnenkomst', 'Leerlingen leggen hun telefoon aan het begin']],
    optional: ['In de kantine', 'Bij de derde keer'],
    guidance: ['Toelichting.', 'Let op: leerlingen'],
  },
  safety: {
    parameters: [
      ['[name of school]', 'text', 2],
      ['[role]', 'role', 2],
      ['[name of provider]', 'text', 1],
      ['one school day', 'period', 1],
      ['…', 'number', 1],
      ['[start date]', 'date', 1],
    ],
    variants: [
      ['The school filters the network', 'The school uses the filter'],
      ['Pupils hand in', 'Pupils keep their phones'],
    ],
    optional: ['Sixth formers'],
    guidance: ['Guidance for schools', 'Guidance note: a common'],
  },
  verzuim: {
    parameters: [
      ['<naam>', 'text', 2],
      ['____', 'text', 1],
      ['[telefoonnummer of app]', 'text', 1],
      ['(functie invullen)', 'role', 1],
      ['....', 'number', 1],
      ['[aantal]', 'number', 1],
    ],
    variants: [['Ouders melden hun kind elke dag', 'Ouders melden hun kind eenmaal', 'Ouders melden hun kind ziek en']],
    optional: ['Voor een bruiloft'],
    guidance: ['Toelichting: dit model', 'Toelichting: de wet'],
  },
  volunteers: {
    parameters: [
      ['<school name>', 'text', 1],
      ['[name of coordinator]', 'text', 1],
      ['[X]', 'number', 1],
      ['................', ['text', 'role'], 1],
      ['[period]', 'period', 1],
    ],
    variants: [['Every volunteer has', 'Only volunteers who']],
    optional: ['Volunteers may have lunch', 'The school gives every'],
    guidance: ['Guidance: use this', 'Note: check your'],
  },
}

/** Seen while the reading of models was made; the others were measured first. */
export const FITTED = ['klachten', 'safety', 'verzuim']
export const HELD_BACK = ['attendance', 'telefoons', 'volunteers']
