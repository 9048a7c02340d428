import { expect, it } from 'vitest'
import { fault } from '../../src/cli/fault.js'
import { clausule } from '../support/cli.js'
import { EVERY_VERB, unlisted } from '../support/every-verb.js'
import { edition, sector } from '../support/template.js'
import { folder } from '../support/workspace.js'

/** What a terminal obeys: it hides and colours what follows, names the window, goes back, and the same as single signs of the second table. */
const OBEYED = '\u001b[8m\u001b[31mWEG\u001b]0;weg\u0007\b\u007f\u009b8m\u0085\u009d'
/** The same as YAML writes it. */
const WRITTEN = '\\e[8m\\e[31mWEG\\e]0;weg\\a\\b\\x7F\\x9B8m\\x85\\x9D'
/** The signs of it that a plain text may hold and be one. */
const FEW = '\u001b[31mWEG \u009b8m'
/** Every control character but the end of a line and a tab. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u
/** The colours of the program itself, on and off. */
const OWN = /\u001b\[(?:1|2|4|9|22|24|29|31|32|33|34|39)m/gu

const policy = (version: string, words: string) => `---
title: "Protocol ${WRITTEN} media"
organisation: linde
version: ${version}
status: draft
lang: nl
route:
  - { body: MR, right: consent }
  - { body: "Bestuur ${WRITTEN}", right: adoption }
---

# Doel ${OBEYED} {#doel}

1. De ouder ${OBEYED} van de leerling meldt ${words} aan de school dat het kind ziek is, zie [](#koppeling). {#melden}
2. Een [koppeling ${OBEYED}](https://example.org/) en \`code ${OBEYED}\`, zie artikel 99. {#koppeling}

| kop ${OBEYED} | b |
|---|---|
| cel ${OBEYED} | de school ${OBEYED} |
{#tabel}
`
const template = (version: string, more: string) =>
  edition(
    version,
    [`dagen: { type: number, default: 5, description: "Hoeveel ${WRITTEN} dagen" }`],
    `1. Antwoord ${OBEYED} binnen {{dagen}} dagen. {#dagen}\n2. Vraag ${more} ${OBEYED} toestemming. {#foto}\n`,
  )

/** A workspace whose names and words are full of signs that a terminal obeys, and good for all that. */
async function hostile(): Promise<string> {
  const root = folder({
    'policies/linde/organisation.yaml': `name: "De ${WRITTEN} Linde"\n`,
    'policies/linde/media.md': policy('1.0.0', 'altijd'),
    'policies/linde/releases/media@0.9.0.md': policy('0.9.0', 'nooit'),
    'bron.txt': `Titel ${FEW}\n\n1. De ouder belt ${FEW} de school.\n`,
    'antwoorden.yaml': 'parameters: { dagen: 3 }\n',
    'bos.p12': OBEYED,
    ...sector(template('1.0.0', 'ook'), template('1.1.0', 'eerst')),
  })
  await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde', '--as', 'foto'])
  return root
}

/** Where a control character stands that was not made harmless. */
function sent(text: string): string | undefined {
  const words = text.replace(OWN, '')
  const at = words.search(CONTROL)
  if (at >= 0) return words.slice(Math.max(0, at - 40), at + 10)
  return text.includes('\u001b[31mWEG') ? 'a colour of a file' : undefined
}

const alone = { stopped: () => Promise.resolve(), env: { CLAUSULE_CERTIFICATE_PASSWORD: 'x' } }
const terminal = { out: true, err: true, in: true }
const nothing = () => Promise.resolve('')

it('each verb is asked', () => expect(unlisted()).toEqual([]))

it('no verb sends a control character of a file to a terminal', async () => {
  const root = await hostile()
  let done = 0
  for (const line of EVERY_VERB) {
    const io = { ...alone, terminal: { ...terminal, in: false } }
    const { code, out, err } = await clausule(root, line.split(' '), io)
    if (code === 0) done++
    expect([line, sent(out), sent(err)]).toEqual([line, undefined, undefined])
  }
  // Not refused before there was anything to say.
  expect(done).toBeGreaterThan(20)
})

it('nor prints one with --json', async () => {
  const root = await hostile()
  for (const line of EVERY_VERB) {
    const { out, err } = await clausule(root, [...line.split(' '), '--json'], alone)
    expect([line, sent(out), sent(err)]).toEqual([line, undefined, undefined])
    expect(() => JSON.parse(out || '{}')).not.toThrow()
  }
})

it.each(['github', 'sarif'])('nor in findings as %s', async (format) => {
  const { out, err } = await clausule(await hostile(), ['lint', '--format', format], alone)
  expect([sent(out), sent(err)]).toEqual([undefined, undefined])
  expect(out).toContain('artikel 99')
})

it('nor in what it asks', async () => {
  const root = await hostile()
  const asked: string[] = []
  const ask = (question: string) => {
    asked.push(question)
    return Promise.resolve(asked.length === 1 ? '?' : '')
  }
  for (const line of [
    'adapt bond/protocol@1.0.0 --organisation linde --as ander',
    'attach media --template bond/protocol@1.0.0 --apply',
    'upgrade foto --to 1.1.0 --apply',
    'sign out/x.pdf --certificate bos.p12',
  ]) {
    const { err } = await clausule(root, line.split(' '), { ...alone, env: {}, terminal, ask, askSecretly: nothing })
    expect([line, sent(err)]).toEqual([line, undefined])
  }
  expect(asked.join('')).toContain('Hoeveel \\u001b[8m')
  expect(asked.map(sent)).toEqual(asked.map(() => undefined))
})

it('nor what a person typed, nor in a fault of its own', async () => {
  for (const argv of [
    [`li${OBEYED}`],
    ['lint', OBEYED],
    ['lint', `--${OBEYED}`],
    ['explain', OBEYED],
    ['--workspace', OBEYED, 'list'],
  ]) {
    const { code, out, err } = await clausule(await hostile(), argv, { ...alone, terminal, ask: nothing })
    expect([code > 0, sent(out), sent(err)]).toEqual([true, undefined, undefined])
  }
  expect(sent(fault(new Error(OBEYED), true))).toBeUndefined()
})
