import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decided, textOf } from '../site/build.js'
import { DRAFT, ONE, sampleWorkspace, schoolFiles, TWO } from '../site/sample.js'
import { clausule } from '../support/cli.js'
import { wordsOn } from '../support/words.js'
import { folder } from '../support/workspace.js'

const GONE = textOf('1.2.0', "Camera's hangen in de hal en de stalling. {#hal}", 'withdrawn: 2025-03-01\n', 'withdrawn')
const OAK = decided('1.0.0', "Camera's hangen in de hal en het fietsenhok. {#hal}", '2024-01-01')

/** Two schools with a release in force on one subject; of one of them the working text is given. */
async function siteOf(working: string, two = TWO.text) {
  const root = folder({
    ...schoolFiles('linde', { 'cameras.md': working, 'releases/cameras@1.0.0.md': ONE.text, 'releases/cameras@1.1.0.md': two }),
    ...schoolFiles('eik', {
      'cameras.md': textOf('1.1.0', 'Geen camera. {#hal}', '', 'draft'),
      'releases/cameras@1.0.0.md': OAK.text,
    }),
  })
  expect((await clausule(root, ['site', '--lang', 'nl'])).code).toBe(0)
  const read = (path: string) => readFileSync(join(root, 'out/site', path), 'utf8')
  const found = JSON.parse(read('search/index-nl.json')).policies as readonly { address: string; standing?: string }[]
  return {
    read,
    words: (path: string) => wordsOn(read(path)),
    standing: found.find((each) => each.address === 'linde/cameras/')?.standing,
  }
}

it('a policy that was withdrawn is said to be that wherever a site shows it, and is compared with no other', async () => {
  const inForce = await siteOf(DRAFT)
  expect(inForce.standing).toBe(undefined)
  expect(inForce.words('index.html')).toContain('Vergelijk deze 2 beleidsstukken')
  expect(inForce.words('eik/cameras/history/index.html')).toContain('Linde')

  const gone = await siteOf(GONE)
  expect(gone.standing).toBe('ingetrokken op 1 maart 2025')
  expect(gone.words('linde/cameras/index.html')).toContain(
    'Versie 1.1.0 geldt niet: het beleidsstuk is ingetrokken op 1 maart 2025.',
  )
  expect(gone.read('llms.txt')).toContain('linde/cameras/1.1.0/policy.md): Versie 1.1.0 geldt niet')
  expect(gone.words('index.html')).not.toContain('Vergelijk')
  expect(gone.words('eik/cameras/history/index.html')).not.toContain('Linde')
  expect(() => gone.read('compare/cameras/index.html')).toThrow()
})

it('what is in force is said to be until the day another takes its place, since a page is read on later days, too', async () => {
  const coming = decided('1.1.0', "Camera's hangen in de stalling. {#hal}", '2025-01-10', 'effective: 2999-08-01\n')
  const { words, standing } = await siteOf(DRAFT, coming.text)
  const said = 'Versie 1.0.0 geldt sinds 1 maart 2024, totdat versie 1.1.0 op 1 augustus 2999 ervoor in de plaats komt.'
  expect(words('linde/cameras/index.html')).toContain(said)
  expect(words('index.html')).toContain('Geldt sinds 1 maart 2024, tot 1 augustus 2999')
  expect(standing).toBe('geldt sinds 1 maart 2024, tot 1 augustus 2999')
})

it('a text that only says that it was adopted is listed and compared as not proved', async () => {
  const root = folder(sampleWorkspace())
  expect((await clausule(root, ['list'])).out).toMatch(/eik\/cameras +1\.0\.0 +adopted, not proved /)
  const { out } = await clausule(root, ['compare', 'eik/cameras', 'linde/cameras@1.1.0', '--format', 'markdown'])
  expect(out).toContain('1.0.0 · Vastgesteld, niet bewezen')
  expect(out).toContain('1.1.0 · Vastgesteld')
})

it('what changed since a version that was never in force is said to be that', async () => {
  const urgent = decided('1.2.0', "Camera's hangen in de gang. {#hal}", '2025-02-01')
  const root = folder(
    schoolFiles('linde', {
      'cameras.md': textOf('1.3.0', "Camera's hangen nergens. {#hal}", '', 'draft'),
      'releases/cameras@1.0.0.md': ONE.text,
      'releases/cameras@1.1.0.md': decided(
        '1.1.0',
        "Camera's hangen in de stalling. {#hal}",
        '2025-01-10',
        'effective: 2999-08-01\n',
      ).text,
      'releases/cameras@1.2.0.md': urgent.text,
    }),
  )
  expect((await clausule(root, ['site', '--lang', 'nl'])).code).toBe(0)
  for (const page of ['index.html', 'linde/cameras/index.html'])
    expect(wordsOn(readFileSync(join(root, 'out/site', page), 'utf8'))).toContain('Wat veranderde sinds 1.1.0, die nooit gold')
  expect(wordsOn(readFileSync(join(root, 'out/site/linde/cameras/index.html'), 'utf8'))).toMatch(
    /Wat veranderde sinds 1\.0\.0(?!, die)/,
  )
})
