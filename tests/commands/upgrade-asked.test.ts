import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { folder } from '../support/workspace.js'

const path = 'policies/linde/protocol.md'
const text = (root: string): string => readFileSync(join(root, path), 'utf8')

/** A school that adapted the first of some editions. */
async function school(...editions: readonly string[]): Promise<string> {
  const root = folder({ 'policies/linde/organisation.yaml': 'name: Basisschool De Linde\n', ...sector(...editions) })
  expect((await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde'])).code).toBe(0)
  return root
}

const upgrade = (root: string, ...more: readonly string[]) => clausule(root, ['upgrade', 'linde/protocol', ...more])

describe('a usual answer that an edition changed', () => {
  const BODY = '1. Antwoord binnen {{dagen}} dagen. {#dagen}\n'
  const ONE = edition('1.0.0', ['dagen: { type: number, default: 10 }'], BODY)
  const TWO = edition('1.1.0', ['dagen: { type: number, default: 15 }'], BODY)

  it('is named in the plan, and taken over where it is answered so', async () => {
    const root = await school(ONE, TWO)
    const { out } = await upgrade(root)
    expect(out).toContain('The usual answer to dagen was 10 and is 15 now. The school has 10,')
    expect(out).not.toContain('Nothing is asked')
    const sheet = (await upgrade(root, '--decisions', '-')).out
    expect(sheet).toContain(
      'answers:\n  # Het gebruikelijke antwoord was 10, wat de school heeft, en is nu 15. Wat leeg blijft, houdt 10.\n  dagen:\n',
    )
    writeFileSync(join(root, 'd.yaml'), sheet.replace('  dagen:', '  dagen: 15'))
    expect((await upgrade(root, '--decisions', 'd.yaml', '--apply')).code).toBe(0)
    expect(text(root)).toContain('dagen: 15')
    expect((await clausule(root, ['deviations', 'linde/protocol'])).out).not.toContain('usual')
  })

  it('stays as the school has it where nothing is answered, and the register says what is usual now', async () => {
    const root = await school(ONE, TWO)
    writeFileSync(join(root, 'd.yaml'), (await upgrade(root, '--decisions', '-')).out)
    expect((await upgrade(root, '--decisions', 'd.yaml', '--apply')).code).toBe(0)
    expect(text(root)).toContain('dagen: 10')
    const { out } = await clausule(root, ['deviations', 'linde/protocol'])
    expect(out).toContain('Filled in: dagen: 10 (usual answer: 15)')
    expect(out).toContain('Answers other than the usual one: 1.')
    const all = await clausule(root, ['compare', '--reference', 'bond/protocol'])
    expect(all.out).toContain('Other answers than usual: 1')
    const page = await clausule(root, ['compare', '--reference', 'bond/protocol', '--format', 'markdown'])
    expect(page.out).toContain('10 (usual answer: 15)')
    const { provisions } = JSON.parse((await clausule(root, ['deviations', 'linde/protocol', '--json'])).out)
    expect(provisions[1]).toMatchObject({ filled: { dagen: 10 }, usual: { dagen: 15 } })
  })

  it('is no matter of a school that has an answer of its own, nor where it stayed', async () => {
    const root = await school(ONE, TWO)
    writeFileSync(join(root, path), text(root).replace('dagen: 10', 'dagen: 12'))
    expect((await upgrade(root)).out).toContain('Nothing is asked')
    const same = await school(ONE, edition('1.1.0', ['dagen: { type: number, default: 10 }'], `${BODY}2. Meld een lek. {#lek}\n`))
    expect((await upgrade(same)).out).toContain('Nothing is asked')
  })
})

describe('a new optional provision', () => {
  const DAYS = ['dagen: { type: number, default: 10 }']
  const BODY = '1. Antwoord binnen {{dagen}} dagen. {#dagen}\n'
  const ONE = edition('1.0.0', DAYS, BODY)
  const TWO = edition('1.1.0', DAYS, `${BODY}2. Ouders lenen mee. {#ouders .optional}\n3. Meld een lek. {#lek}\n`)
  const THREE = edition('1.2.0', DAYS, `${BODY}2. Ouders lenen mee. {#ouders .optional}\n3. Meld een lek meteen. {#lek}\n`)

  it('is asked, and stays out with an open question until somebody takes it', async () => {
    const root = await school(ONE, TWO)
    const { out } = await upgrade(root)
    expect(out).toContain('Provisions that the school has to decide on: 1;')
    // Nobody made anything of what is new; and what comes in unasked was held against other clauses by its words alone.
    expect(out).toContain('Not in the text of the school; until somebody takes it, it stays out.')
    expect(out).not.toContain('What the school made of it')
    expect(out).toMatch(/new in the template\s+Not compared in meaning: see whether a clause of yours says it already\./)
    expect((await upgrade(root, '--apply')).code).toBe(0)
    expect(text(root)).not.toContain('Ouders lenen mee')
    expect(text(root)).toContain('Meld een lek.')
    expect((await clausule(root, ['lint', 'linde/protocol'])).err).toContain('"ouders"')
    // The question stands until it is decided on.
    const sheet = (await upgrade(root, '--decisions', '-')).out
    expect(sheet).toContain(
      '- clause: ouders\n    # Nieuw in het model, en facultatief: Ouders lenen mee.\n    choice: # keep | template\n',
    )
    writeFileSync(join(root, 'd.yaml'), sheet.replace('choice: #', 'choice: template #'))
    expect((await upgrade(root, '--decisions', 'd.yaml', '--apply')).code).toBe(0)
    expect(text(root)).toContain('2. Ouders lenen mee. {#ouders .optional}')
    expect((await clausule(root, ['lint', 'linde/protocol'])).err).not.toContain('"ouders"')
  })

  it('is asked in a later edition, too, while it is open, and no more once it was declined', async () => {
    const root = await school(ONE, TWO, THREE)
    expect((await upgrade(root, '--to', '1.1.0', '--apply')).code).toBe(0)
    expect((await upgrade(root, '--apply')).out).toContain('Provisions that the school has to decide on: 1;')
    writeFileSync(join(root, 'd.yaml'), 'decisions: [{ clause: ouders, choice: keep }]\n')
    expect((await upgrade(root, '--decisions', 'd.yaml', '--apply')).code).toBe(0)
    expect(text(root)).not.toContain('Ouders lenen mee')
    expect((await upgrade(root)).out).toContain('Nothing is asked')
    expect((await clausule(root, ['deviations', 'linde/protocol'])).out).toContain('optional, not taken')
  })

  it('takes what stands in it along, and is not asked of one that said before that it does not want it', async () => {
    const more = '\n# Lenen {#lenen .optional}\n\n1. Leen een boek. {#boek}\n'
    const root = await school(ONE, edition('1.1.0', DAYS, BODY + more))
    const sheet = (await upgrade(root, '--decisions', '-')).out
    expect(sheet.match(/clause:/g)).toHaveLength(1)
    writeFileSync(join(root, 'd.yaml'), sheet.replace('choice: #', 'choice: template #'))
    expect((await upgrade(root, '--apply')).code).toBe(0)
    expect(text(root)).not.toContain('Leen een boek')
    writeFileSync(join(root, 'd.yaml'), 'decisions: [{ clause: lenen, choice: template }]\n')
    expect((await upgrade(root, '--decisions', 'd.yaml', '--apply')).code).toBe(0)
    expect(text(root)).toContain('1. Leen een boek. {#boek}')
  })
})
