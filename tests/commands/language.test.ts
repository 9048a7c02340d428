import { describe, expect, it } from 'vitest'
import { DUTCH, OTHER } from '../language/texts.js'
import { clausule } from '../support/cli.js'
import { folder } from '../support/workspace.js'

const [, FRISIAN = ''] = OTHER.find(([tag]) => tag === 'fy') ?? []
const policy = (text: string, more = '') => `# Regels\n\n${text}\n\n${more}\n`
const UNKNOWN = 'Unexpected language that is neither Dutch nor English'

/** What a command says of two files on its streams. */
async function said(verb: string, text: string): Promise<string> {
  const root = folder({ 'a.md': policy(text), 'b.md': policy(text, 'Meer.') })
  const { out, err } = await clausule(root, [verb, 'a.md', 'b.md'])
  return out + err
}

describe.each(['diff', 'compare', 'lint'])('%s of policies that name no language', (verb) => {
  it('says of a text in another that it is in neither', async () => {
    expect(await said(verb, FRISIAN)).toContain(UNKNOWN)
  })

  it('says nothing of one in Dutch', async () => {
    expect(await said(verb, DUTCH[0] as string)).not.toContain(UNKNOWN)
  })
})
