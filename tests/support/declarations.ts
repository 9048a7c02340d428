import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const TSC = join(root, 'node_modules/typescript/bin/tsc')

/**
 * What the compiler says, from a folder; nothing where it accepts all. A second thread would only wait for a processor that another test has, and looking
 * through its memory again and again takes a quarter of its time, for a program that ends at once.
 */
export const tsc = (cwd: string, ...args: readonly string[]): string =>
  spawnSync(process.execPath, [TSC, '--singleThreaded', ...args], { encoding: 'utf8', cwd, env: { ...process.env, GOGC: '400' } })
    .stdout

/** Writes the declarations of `src` as the package holds them. Types themselves are checked before any test runs (`npm run check`). */
export function declare(folder: string): void {
  const said = tsc(
    root,
    '-p',
    'src',
    '--noCheck',
    '--noEmit',
    'false',
    '--emitDeclarationOnly',
    '--declaration',
    '--outDir',
    folder,
  )
  if (said !== '') throw new Error(said)
}

interface Source {
  /** Names that come from another file: where, and as what they are called there. */
  readonly from: ReadonlyMap<string, readonly [file: string, name: string]>
  readonly stars: readonly string[]
  /** Declarations by name, comments left out. */
  readonly own: ReadonlyMap<string, string>
}

/** The declaration files of `src`, as the package holds them. */
export class Declarations {
  readonly #sources = new Map<string, Source>()

  /** Those that `declare` wrote into a folder. */
  constructor(readonly folder: string) {}

  /** Types that the signatures behind a door name and that none of the doors offers, each with a declaration that names it. */
  missing(door: string, others: readonly string[] = []): string[] {
    const offered = new Set([door, ...others].flatMap((each) => this.#offers(each)))
    const missing = new Map<string, string>()
    const seen = new Set<string>()
    const queue = this.#offers(door)
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const [file = '', name = ''] = at.split('#')
      const text = (this.#source(file).own.get(name) ?? '').replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '')
      for (const [word] of text.matchAll(/\b[A-Z]\w+\b/g)) {
        const found = word === name ? undefined : this.#find(file, word)
        if (found === undefined || !this.#isType(found)) continue
        if (!offered.has(found)) missing.set(found, at)
        queue.push(found)
      }
    }
    const shown = (at: string) => relative(this.folder, at)
    return [...missing].map(([type, by]) => `${shown(type)}, named by ${shown(by)}`)
  }

  #offers(door: string): string[] {
    const file = join(this.folder, door)
    return this.#names(file).flatMap((name) => this.#find(file, name) ?? [])
  }

  #names(file: string): string[] {
    const { own, from, stars } = this.#source(file)
    return [...own.keys(), ...from.keys(), ...stars.flatMap((star) => this.#names(star))]
  }

  /** A type that its own file exports: what is private to a file cannot be asked for. */
  #isType(at: string): boolean {
    const [file = '', name = ''] = at.split('#')
    return /^export (?:declare )?(?:interface|type|class)/.test(this.#source(file).own.get(name) ?? '')
  }

  #find(file: string, name: string): string | undefined {
    const { own, from, stars } = this.#source(file)
    if (own.has(name)) return `${file}#${name}`
    const [other, called] = from.get(name) ?? []
    if (other !== undefined && called !== undefined) return existsSync(other) ? this.#find(other, called) : undefined
    for (const star of stars) {
      const found = this.#find(star, name)
      if (found !== undefined) return found
    }
    return undefined
  }

  #source(file: string): Source {
    const known = this.#sources.get(file)
    if (known) return known
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    const path = (specifier: string) => join(dirname(file), specifier.replace(/\.js$/, '.d.ts'))
    const from = new Map(
      [...text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from '(\.[^']*)'/gm)].flatMap(
        ([, names = '', specifier = '']) =>
          names.split(',').flatMap((part) => {
            const [name, called = name] = part
              .trim()
              .replace(/^type /, '')
              .split(' as ')
            return name && called ? [[called, [path(specifier), name]] as const] : []
          }),
      ),
    )
    const starts = [
      ...text.matchAll(/^(?:export )?(?:declare )?(?:abstract )?(?:interface|type|class|function|const) ([\w$]+)/gm),
    ]
    const own = new Map(starts.map((start, i) => [start[1] as string, text.slice(start.index, starts[i + 1]?.index)]))
    const stars = [...text.matchAll(/^export (?:type )?\* from '(\.[^']*)'/gm)].map(([, specifier = '']) => path(specifier))
    const source = { from, own, stars }
    this.#sources.set(file, source)
    return source
  }
}
