import { describe, expect, it } from 'vitest'
import { grammarSlips, inflectionVariants, nameVariants, slips, unexplained } from '../../src/proof/index.js'
import { inEnglish } from '../support/words.js'

const known = new Set(['ontspoort', 'ontspoorde', 'verandert', 'veranderde'])
const broken = (text: string) =>
  grammarSlips(text, (word) => known.has(word)).map(({ words, say }) => [
    words,
    inEnglish({ rule: 'word/grammar', ...say(words) }).replace(/^.*?, expected /, ''),
  ])

describe('broken sentences', () => {
  it.each([
    ['Als de opmerkingen van ouders een bedreiging inhoudt, belt de school.', 'a plural verb to go with "opmerkingen"'],
    ['Indien de regels van een school dit vermeldt kan de mentor bellen.', 'a plural verb to go with "regels"'],
    ['Leerling die de regels overtreden krijgen een brief.', '"leerling" and its verbs both in the singular or in the plural'],
    ['De telefoon word direct ingeleverd.', '"wordt"'],
    ['Ben je ervan bewust dat het blijft staan.', '"wees je … bewust"'],
    ['Vermeldt je naam!', '"Vermeld"'],
    ['Plaats niets dat als grap opgevat kan.', '"worden" behind it'],
    ['Wij vragen iedereen zorgvuldig mee om te gaan.', '"er" or "hier" before it'],
    ['Wanneer een gesprek online ontspoord, stopt de mentor.', '"ontspoort"'],
  ])('are found in: %s', (text, expected) => expect(broken(text).map(([, wanted]) => wanted)).toEqual([expected]))

  it.each([
    'Wanneer de leerlingen beschikken over een account, geldt dit ook. Als de ouders weigeren en de school dit meldt, volgt een gesprek.',
    'Als de regels veranderen door wat een ouder meldt, hoort iedereen dat. Als de lessen zijn begonnen, gaat de deur dicht.',
    'De scholen overleggen over wat de inspectie vindt en meldt dit. De leerlingen maken kunst en muziek deze week.',
    'Het gebruik van sociale media is toegestaan. Wie sociale media heeft, kiest zelf. Wat is sociale mediawijsheid?',
    'De leerling die fouten maakt en krijgt wat hij verdient, leert. Een ouder die vragen heeft kan bellen.',
    'Leerlingen die te laat komen krijgen een brief. De medewerker die dit moet weten, dient zich te melden.',
    'Wees je ervan bewust. Wat hij/zij schrijft en zijn/haar naam blijven staan. Houdt u zich hieraan! Wordt vervolgd!',
    'De (digitale) lessen van de week en de (oude) van vorig jaar. Het kind te leren van het leven.',
    'Sociale media is een verzamelnaam. Hoe kan sociale media helpen? Ouders dienden dit te melden.',
    'Het is goed contact op te nemen met de balie om te vragen wat er is, of met de mentor en te wachten.',
    'Plaats niets dat kan worden opgevat als grap. Wie niet tegen geluid kan, zegt het.',
    'Ga hier zorgvuldig mee om; zo weet je hoe je er mee omgaat. Ouders dienden dit vroeger te melden.',
    'Als ik lid word van de raad, word je geholpen. Een bestand van Word gebruikt niemand.',
    'Met en zonder jas, tussen en na de lessen. De leerlingen vragen iets en zelf de les kiezen mag ook.',
    'Wanneer een gesprek is ontspoord, stopt de mentor. Als het plan, eenmaal veranderd, beter is, blijft het.',
  ])('are not found in: %s', (text) => expect(broken(text)).toEqual([]))
})

describe('words written apart', () => {
  it.each([
    ['Klas gerelateerde vragen en een straf op leggen.', ['Klas gerelateerde', 'op leggen']],
    ['Aan de klas gerelateerde vragen, nauw gerelateerde zaken en waar je de hand op leggen kunt.', []],
  ])('in: %s', (text, words) => expect(slips(text).map((slip) => slip.words)).toEqual(words))
})

describe('the same thing written otherwise elsewhere', () => {
  const variants = (...texts: string[]) => inflectionVariants(texts).map(({ text, word, expected }) => [text, word, expected])

  it('is found in inflections, the rarer one', () => {
    expect(variants('Regels voor social media.', 'Op sociale media en met sociale media.')).toEqual([
      [0, 'social media', 'sociale media'],
    ])
    expect(variants('Dagelijks lessen, dagelijkse lessen.')).toEqual([[0, 'Dagelijks lessen', 'dagelijkse lessen']])
    expect(variants('Een dagelijks bericht en het dagelijkse bericht.')).toEqual([])
    const texts = ['Regels voor social media.', 'Op sociale media en met sociale media.']
    expect(inflectionVariants(texts, ['Social media']).map(({ text, word }) => [text, word])).toEqual([[1, 'sociale media']])
    expect(variants('Iedereen leest social media.')).toEqual([])
  })

  it('is found in a doubled word that stands once in the same words', () => {
    expect(variants('Om het lezen lezen te leren.', 'Zo is er tijd om het lezen te leren. En om het lezen te leren.')).toEqual([])
    expect(variants('Tijd om het lezen lezen te leren.', 'Er is om het lezen te leren meer nodig.')).toEqual([
      [0, 'lezen lezen', 'lezen'],
    ])
  })

  it('is found in names that no dictionary has', () => {
    const texts = ['Samen met PO Elzendael.', 'De code van PO Elzendaelen, en van PO Leerling en PO Leerlingen.']
    const dictionary = new Set(['leerling', 'leerlingen'])
    expect(nameVariants(texts, (word) => dictionary.has(word)).map(({ word, expected }) => [word, expected])).toEqual([
      ['PO Elzendael', 'PO Elzendaelen'],
    ])
    expect(nameVariants(['De brief van Marie Kolkman.', 'Marie Kolkmans brief.'], () => false)).toEqual([])
  })
})

describe('abbreviations', () => {
  it.each([
    [['Het verslag staat in LKS.', 'Ook LKS heeft een slot.'], ['LKS']],
    [['Het volgsysteem (LKS) is nieuw.', 'Ook LKS heeft een slot.'], []],
    [['LKS staat voor het volgsysteem.'], []],
    [['De AVG, de GMR en hoofdstuk XIV gelden; zie De Linde ABC.'], []],
    [['REGELS VAN DE ABC'], []],
    [['Wie dat wil, MOET zich melden; dat moet voor mei.'], []],
    [['De vereniging van docenten (Lkv) schrijft mee. LKV beslist.'], []],
  ])('without an explanation in: %s', (texts, words) => expect(unexplained(texts).map(({ word }) => word)).toEqual(words))

  it('are known when they are names', () => expect(unexplained(['De regels van DLS.'], ['DLS'])).toEqual([]))
})
