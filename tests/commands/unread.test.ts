import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { front, workspace } from '../support/workspace.js'

const POLICY = `${front()}# Regels {#regels}\n\nEen hond blijft aan de lijn. {#lijn}\n`

describe('a policy that nothing reads', () => {
  it.each([
    ['in a folder below that of its organisation', 'policies/linde/diep/honden.md', 'map onder die van de organisatie'],
    ['beside the folders of organisations', 'policies/honden.md', 'niet in de map van een organisatie'],
    ['with another ending', 'policies/linde/honden.MD', 'verwacht werd .md'],
    ['with the ending of another program', 'policies/linde/honden.md.txt', 'verwacht werd .md'],
    ['as a release without its version', 'policies/linde/releases/media.md', 'NAAM@GROOT.KLEIN.HERSTEL.md'],
  ])('is told of: %s', async (_, path, said) => {
    const root = workspace(POLICY, { [path]: POLICY })
    for (const command of ['lint', 'list']) {
      const { err } = await clausule(root, [command, '--lang', 'nl'])
      expect(err).toContain(path)
      expect(err).toContain(said)
    }
  })

  it('is told of where a folder or a link stands in the place of the file', async () => {
    const root = workspace(POLICY, { 'policies/linde/honden.md/a.md': POLICY })
    symlinkSync('weg.md', join(root, 'policies/linde/fietsen.md'))
    const { err } = await clausule(root, ['lint', '--lang', 'nl'])
    for (const name of ['honden.md', 'fietsen.md'])
      expect(err).toMatch(new RegExp(`policies/linde/${name}\n.*een map of een verwijzing`))
  })

  it('is no readme, no proposal, no mark and no file that a policy was imported from', async () => {
    const beside = ['README.md', 'linde/README.md', 'linde/proposals/media@1.0.0-0a.md', 'linde/media.docx', 'linde/mark.svg']
    const root = workspace(POLICY, Object.fromEntries(beside.map((name) => [`policies/${name}`, POLICY])))
    expect((await clausule(root, ['list'])).err).toBe('')
    expect((await clausule(root, ['lint'])).err).not.toContain('file/unread')
  })

  it('is a release whose working text has another name: every look at all policies tells of it, and a site is not written', async () => {
    const root = workspace(POLICY, { 'policies/linde/releases/honden@1.0.0.md': POLICY })
    for (const command of ['lint', 'list', 'status', 'verify', 'build', 'site']) {
      const { code, err } = await clausule(root, [command, '--lang', 'nl'])
      expect([command, code]).toEqual([command, 1])
      expect(err).toMatch(/releases\/honden@1\.0\.0\.md\n.*verwacht werd policies\/linde\/honden\.md/)
    }
  })
})
