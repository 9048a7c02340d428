import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import vm from 'node:vm'

/** What V8 made of the files of the program when it was built, by their names; V8 itself refuses what another version or other flags made. */
type Compiled = Readonly<Record<string, Buffer>>

/** Files that are compiled are those in this folder of the program. */
const FILES = 'chunks'

/** The file that holds what was compiled under some flags, in the folder of the program. */
export const compiledPath = (home: string, flags: readonly string[]): string =>
  join(home, 'compiled', `${[process.versions.v8, process.arch, ...flags].join('-')}.bin`)

/** A row of what V8 made, led by its names and lengths. */
export function packCompiled(compiled: Compiled): Buffer {
  const names = Object.keys(compiled)
  const index = Buffer.from(JSON.stringify(names.map((name) => [name, (compiled[name] as Buffer).length])))
  const head = Buffer.alloc(4)
  head.writeUInt32LE(index.length)
  return Buffer.concat([head, index, ...Object.values(compiled)])
}

function unpackCompiled(bytes: Buffer): Compiled {
  let at = 4 + bytes.readUInt32LE(0)
  const index = JSON.parse(bytes.toString('utf8', 4, at)) as readonly (readonly [name: string, length: number])[]
  return Object.fromEntries(index.map(([name, length]) => [name, bytes.subarray(at, (at += length))]))
}

/** Has the files of the program loaded from what was compiled, from here on under these flags; nothing where none was compiled under them. */
export function useCompiled(home: string, flags: readonly string[]): void {
  const path = compiledPath(home, flags)
  const compiled = existsSync(path) ? unpackCompiled(readFileSync(path)) : {}
  loadScripts(home, (name) => compiled[name])
}

/** Has the files of the program loaded as scripts, which take and give what V8 made of them; modules do not. */
export function loadScripts(
  home: string,
  compiled: (name: string) => Buffer | undefined,
  made?: (name: string, script: vm.Script) => void,
): void {
  const { extensions } = createRequire(import.meta.url)
  const usual = extensions['.js']
  const folder = join(home, FILES)
  extensions['.cjs'] = (module, path) => {
    if (dirname(path) !== folder) return usual?.(module, path)
    const name = path.slice(folder.length + 1)
    const cachedData = compiled(name)
    const script = new vm.Script(`(function(exports,require,module,__filename,__dirname){${readFileSync(path, 'utf8')}\n})`, {
      filename: path,
      ...(cachedData ? { cachedData } : {}),
    })
    made?.(name, script)
    // Node calls it an experiment, in words on the terminal, where a script asks for a module itself.
    const modules = { importModule: (specifier: string): Promise<unknown> => import(specifier) }
    script.runInThisContext()(module.exports, Object.assign(createRequire(path), modules), module, path, folder)
  }
}
