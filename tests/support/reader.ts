import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { clausule } from './cli.js'
import { folder } from './workspace.js'

/** Splits a line as a shell does, for the quoting the pages use. */
const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')

export interface Block {
  readonly kind: string
  readonly text: string
  readonly index: number
}

/** The fenced blocks of a page. */
export const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(({ 1: kind = '', 2: text = '', index }) => ({ kind, text, index }))

/** A reader who does what the page says, and holds it to what it says comes of it. */
export class Reader {
  cwd = folder()
  #last = ''
  readonly ran: string[] = []
  /** The rules of what was remarked on the way, which a page speaks of. */
  readonly remarked = new Set<string>()
  constructor(private readonly lang: 'nl' | 'en' = 'en') {}

  async run(line: string): Promise<void> {
    const [program = '', ...args] = words(line.replace(/^npx (?=clausule )/, ''))
    const at = (path = '') => resolve(this.cwd, path)
    this.ran.push(`${program} ${args[0]}`)
    if (program === 'cd') this.cwd = at(args[0])
    else if (program === 'mkdir') mkdirSync(at(args[0]))
    else {
      expect(program, line).toBe('clausule')
      const spoken = /^(?:init|new)$/.test(args[0] ?? '') || args.includes('--lang') ? args : [...args, '--lang', this.lang]
      const { code, out, err } = await clausule(this.cwd, spoken)
      // What comes from elsewhere never says everything: import tells what it lacks, a release what nobody proved, and the page says so.
      // That papers were made before a step is a remark, and no fault.
      const [, rule] = /\b(\w+\/\w+)\n\n1 (?:remark|opmerking|warning|waarschuwing)\n$/.exec(err) ?? []
      const isSaid = rule === 'paper/older' || (rule === 'decision/unbound' && args.includes('--unproved'))
      if (isSaid) this.remarked.add(rule)
      const expected = args[0] === 'import' || isSaid ? err : ''
      expect({ line, code, err }).toEqual({ line, code: 0, err: expected })
      this.#last = out
    }
  }

  /**
   * Does what the blocks of a page say, in their order: commands, edits of the file named last before them, and what the last command
   * printed.
   */
  async follow(page: string, blocks: readonly Block[]): Promise<void> {
    for (const { kind, text, index } of blocks) {
      if (kind === 'sh') for (const line of text.split('\n')) await this.run(line)
      else if (kind === 'text') this.sees(text)
      else if (kind === 'diff') {
        const [file = ''] =
          page
            .slice(0, index)
            .match(/(?<=`)policies\/[^`\n]*\.(?:md|yaml)(?=`)/g)
            ?.slice(-1) ?? []
        this.edit(file, text)
      }
    }
  }

  /** Lines that go, lines that come, and lines between which they do: they stand together in the file, once. */
  edit(file: string, patch: string): void {
    const path = join(this.cwd, file)
    const lines = patch.split('\n').map((line) => ({ sign: line.charAt(0), text: line.slice(1) }))
    const side = (gone: string) => lines.flatMap(({ sign, text }) => (sign === gone ? [] : [`${text}\n`])).join('')
    const source = readFileSync(path, 'utf8')
    expect(source.split(side('+')), `${file}: ${patch}`).toHaveLength(2)
    writeFileSync(
      path,
      source.replace(side('+'), () => side('-')),
    )
  }

  /** Lines of what was printed last, in their order; of one that ends in "…" its beginning. */
  sees(text: string): void {
    const wanted = text.split('\n')
    const seen = this.#last.split('\n').flatMap((line) => {
      const begun = wanted.find((each) => each.endsWith('…') && line.startsWith(each.slice(0, -1)))
      return begun ?? (wanted.includes(line) ? line : [])
    })
    expect(seen).toEqual(wanted)
  }
}
