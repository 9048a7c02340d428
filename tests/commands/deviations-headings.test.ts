import { describe, expect, it } from 'vitest'
import { inMemory } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'

const BODY = `## Foto {#foto}

1. Een foto vraagt toestemming. {#toestemming}
2. Een foto blijft een jaar. {#bewaren .locked}

## Film {#film}

1. Een film vraagt toestemming. {#filmen}
`

/** How a school whose text was edited stands to each provision, and what `lint` says. */
async function standings(edit: (text: string) => string) {
  const root = { '/w/policies/linde/organisation.yaml': 'name: De Linde\n' }
  const model = Object.entries(sector(edition('1.0.0', ['school: { type: text, default: De Linde }'], BODY)))
  const files = inMemory({ ...root, ...Object.fromEntries(model.map(([path, text]) => [`/w/${path}`, text])) })
  const run = (...argv: string[]) => clausule('/w', argv, { files })
  files.write('/w', [{ path: '/w/antwoorden.yaml', bytes: 'parameters: { school: De Linde }\n' }])
  const adapted = await run('adapt', 'bond/protocol@1.0.0', '--organisation', 'linde', '--answers', 'antwoorden.yaml')
  expect({ code: adapted.code, err: adapted.code === 0 ? '' : adapted.err }).toEqual({ code: 0, err: '' })
  const path = '/w/policies/linde/protocol.md'
  const text = new TextDecoder().decode(files.read(path))
  const edited = edit(text)
  files.write('/w', [{ path, bytes: edited }])
  const { out } = await run('deviations', 'linde/protocol', '--json')
  const { provisions: deviations } = JSON.parse(out) as { provisions: { id: string; kind: string }[] }
  const said = (await run('deviations', 'linde/protocol')).out.replace(/\s+/g, ' ')
  const { out: linted } = await run('lint', 'linde/protocol', '--json')
  const messages = (JSON.parse(linted) as { messages: { rule: string; form?: string; severity: string }[] }).messages
  const locked = messages.filter(({ rule }) => rule === 'clause/locked').map(({ form, severity }) => `${severity} ${form}`)
  return { kinds: Object.fromEntries(deviations.map(({ id, kind }) => [id, kind])), said, locked }
}

describe('a provision', () => {
  it('below the headings of its template is as the template has it', async () => {
    const { kinds, locked } = await standings((text) => text)
    expect(kinds).toEqual({ regels: 'kept', foto: 'kept', toestemming: 'kept', bewaren: 'kept', film: 'kept', filmen: 'kept' })
    expect(locked).toEqual([])
  })

  it('below a heading of the school’s own is not known to be', async () => {
    const { kinds, said, locked } = await standings((text) =>
      text.replace(/^2\. Een foto blijft/m, '### Vervallen regels {#vervallen}\n\n2. Een foto blijft'),
    )
    expect(kinds).toEqual({
      regels: 'kept',
      foto: 'kept',
      toestemming: 'kept',
      vervallen: 'added',
      bewaren: 'under',
      film: 'kept',
      filmen: 'kept',
    })
    expect(said).toContain('the same words below another heading: what they say there is not known')
    expect(locked).toEqual(['warning below'])
  })

  it('below a heading that was put above all of it, or below one that is gone, is not known to be either', async () => {
    const wrapped = await standings((text) => text.replace('## Foto {#foto}', '## Vervallen {#vervallen}\n\n### Foto {#foto}'))
    expect(wrapped.kinds).toMatchObject({ toestemming: 'under', bewaren: 'under', filmen: 'kept' })
    const gone = await standings((text) => text.replace('## Film {#film}\n\n1. ', '3. '))
    expect(gone.kinds).toMatchObject({ film: 'dropped', filmen: 'under', toestemming: 'kept' })
  })

  it('below a heading whose words say something else is not known to be; of one that reads otherwise its own row tells', async () => {
    const other = await standings((text) => text.replace('## Foto {#foto}', '## Niet voor foto’s {#foto}'))
    expect(other.kinds).toMatchObject({ foto: 'reworded', toestemming: 'under', bewaren: 'under', filmen: 'kept' })
    expect(other.locked).toEqual(['warning below'])
    const read = await standings((text) => text.replace('## Foto {#foto}', '## Onze beelden {#foto}'))
    expect(read.kinds).toMatchObject({ foto: 'reworded', toestemming: 'kept', bewaren: 'kept' })
    expect(read.said).toContain('to be read')
    expect(read.locked).toEqual(['warning below'])
  })
})
