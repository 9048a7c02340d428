import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { joined } from '../../.esbuild/joined.mjs'

const at = (name: string): string => join(process.cwd(), name)

/** Files of a bundle by name: their bytes, and what they load. A name in capitals is an entry. */
function bundle(
  files: Readonly<Record<string, readonly [bytes: number, ...loads: string[]]>>,
): Readonly<Record<string, string[]>> {
  const outputs = Object.entries(files).map(
    ([name, [bytes, ...loads]]) =>
      [
        at(name),
        {
          bytes,
          ...(/^[A-Z]/.test(name) ? { entryPoint: `src/${name.toLowerCase()}.ts` } : {}),
          imports: loads.map((path) => ({ path, kind: 'import-statement' })),
        },
      ] as const,
  )
  const name = (path: string) => relative(process.cwd(), path)
  return Object.fromEntries([...joined(new Map(outputs))].map(([entry, more]) => [name(entry), more.map(name)]))
}

describe('small files of the program become one', () => {
  it('where the commands that want the one want the other', () => {
    const files = bundle({
      Diff: [100, 'words', 'pairs'],
      Build: [100, 'words', 'pairs'],
      Lint: [100, 'words'],
      words: [900],
      pairs: [900],
    })
    expect(files).toEqual({ Lint: ['pairs'] })
  })

  it('and not where one command would compile for another what is large', () => {
    expect(bundle({ Diff: [100, 'words', 'pairs'], Lint: [100, 'words'], words: [900], pairs: [90_000] })).toEqual({})
  })

  it('nor where what a small one needs is large', () => {
    const files = bundle({
      Diff: [100, 'words', 'pairs'],
      Lint: [100, 'words'],
      Sign: [100, 'pdf'],
      words: [900],
      pairs: [900, 'pdf'],
      pdf: [90_000],
    })
    expect(files).toEqual({ Sign: ['pairs'] })
  })
})
