import { RULES } from '../model/index.js'
import { EVERY, nameOf } from './described.js'
import type { Verb } from './verb.js'

export const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

/** An option as a shell offers it. */
interface Flag {
  readonly name: string
  readonly description: string
  /** What may stand behind it: nothing for a switch, a file or folder, one of some words, or anything. */
  readonly takes: 'nothing' | 'file' | 'any' | readonly string[]
}

/** What may be named behind a command and is no option. */
interface Named {
  /** The policies and templates that are there. */
  readonly policies: boolean
  readonly files: boolean
  readonly words: readonly string[]
}

/** Commands that take the path of a text or a paper as well as a name. */
const TAKE_BOTH = new Set(['verify', 'diff', 'compare'])

const namedBehind = ({ name, usage }: Verb): Named => ({
  policies: /^(?!new )\S+ [[<](?:names|policy|template)/.test(usage),
  files: TAKE_BOTH.has(name) || /file|folder/.test(usage),
  words: usage.endsWith('[rule]') ? Object.keys(RULES) : usage.endsWith('<shell>') ? SHELLS : [],
})

const flagsOf = ({ options }: Verb): readonly Flag[] => [
  ...[...options, ...EVERY.filter(([flags]) => !options.some(([own]) => nameOf(own) === nameOf(flags)))].map(
    ([flags, description, choices]): Flag => {
      const [name = '', value] = flags.split(' ')
      const takes = value === undefined ? 'nothing' : (choices ?? (/file|dir/.test(value) ? 'file' : 'any'))
      return { name, description: description.replace(/\(.*\)/, '').trim(), takes }
    },
  ),
  { name: '--help', description: 'print help', takes: 'nothing' },
]

/** A script that completes commands, options, what may stand behind an option, the policies of the workspace, rules and files. */
export function completionScript(shell: Shell, verbs: readonly Verb[]): string {
  return { bash, zsh, fish }[shell](verbs)
}

// Asked of the tool itself at the moment of completing: policies come and go. A policy goes by its own name, too, where no other has it.
const POLICIES = `clausule list --json 2>/dev/null | sed -n -e 's/^ *"name": "\\(.*\\)",$/\\1/;t name' -e 's/^ *"kind": "policy".*//;t policy' -e 'b' -e ':name' -e 'p;h;b' -e ':policy' -e 'g;s/^.*\\///p' | sort | uniq -u`

const branches = (verb: Verb): string =>
  flagsOf(verb)
    .filter(({ takes }) => takes !== 'nothing')
    .map(({ name, takes }) => {
      const words =
        takes === 'file'
          ? '$(compgen -f -- "$word")'
          : takes === 'any'
            ? ''
            : `$(compgen -W "${(takes as readonly string[]).join(' ')}" -- "$word")`
      return `        ${name}) COMPREPLY=(${words}); return ;;`
    })
    .join('\n')

function bash(verbs: readonly Verb[]): string {
  const cases = verbs.map((verb) => {
    const names = flagsOf(verb).map(({ name }) => name)
    const { policies, files, words } = namedBehind(verb)
    const others = policies ? `$(${POLICIES})` : words.join(' ')
    return `    ${verb.name})
      case "$before" in
${branches(verb)}
      esac
      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$word"))
      else COMPREPLY=($(compgen -W "${others}" -- "$word")${files ? ' $(compgen -f -- "$word")' : ''}); fi ;;`
  })
  return `# clausule completion bash
_clausule() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${verbs.map(({ name }) => name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o filenames -F _clausule clausule
`
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
/** Within a specification of zsh. */
const plain = (text: string): string => text.replace(/[[\]:\\]/g, ' ')

/** The specification of what stands behind the options in zsh. */
function restOf(verb: Verb): readonly string[] {
  const { policies, files, words } = namedBehind(verb)
  if (words.length > 0) return [`        ${quoted(`*:word:(${words.join(' ')})`)}`]
  if (!policies && !files) return []
  return [`        ${quoted(policies ? `*:policy:_clausule_${files ? 'names' : 'policies'}` : '*:file:_files')}`]
}

function zsh(verbs: readonly Verb[]): string {
  const cases = verbs.map((verb) => {
    const specs = flagsOf(verb).map(({ name, description, takes }) => {
      const value =
        takes === 'nothing' ? '' : takes === 'file' ? ':file:_files' : takes === 'any' ? ':value:' : `:value:(${takes.join(' ')})`
      return `        ${quoted(`${name}[${plain(description)}]${value}`)}`
    })
    return `      ${verb.name})\n        _arguments \\\n  ${[...specs, ...restOf(verb)].join(' \\\n  ')} ;;`
  })
  return `#compdef clausule
# clausule completion zsh
_clausule_policies() { local -a known; known=("\${(@f)$(${POLICIES})}"); compadd -a known }
_clausule_names() { _alternative 'policies:policy:_clausule_policies' 'files:file:_files' }
_clausule() {
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(
${verbs.map(({ name, description }) => `      ${quoted(`${name}:${plain(description)}`)}`).join('\n')}
    )
    _describe command commands
  else
    local verb=$words[2]
    shift words; (( CURRENT-- ))
    case $verb in
${cases.join('\n')}
    esac
  fi
}
if [[ $funcstack[1] == _clausule ]]; then _clausule "$@"; else compdef _clausule clausule; fi
`
}

/** Fish offers files where nothing else is said. */
function offeredInFish(verb: Verb): readonly string[] {
  const { policies, files, words } = namedBehind(verb)
  const offer = `complete -c clausule -n '__fish_seen_subcommand_from ${verb.name}'${files ? '' : ' -f'}`
  if (policies) return [`${offer} -a "(${POLICIES.replaceAll('"', '\\"').replaceAll('$/', '\\$/')})"`]
  return words.length > 0 ? [`${offer} -a '${words.join(' ')}'`] : files ? [] : [offer]
}

function fish(verbs: readonly Verb[]): string {
  const lines = verbs.flatMap((verb) => [
    `complete -c clausule -n __fish_use_subcommand -f -a ${verb.name} -d ${quoted(verb.description)}`,
    ...offeredInFish(verb),
    ...flagsOf(verb).map(({ name, description, takes }) => {
      const value =
        takes === 'nothing' ? '' : takes === 'file' ? ' -r -F' : takes === 'any' ? ' -x' : ` -x -a '${takes.join(' ')}'`
      return `complete -c clausule -n '__fish_seen_subcommand_from ${verb.name}' -l ${name.slice(2)}${value} -d ${quoted(description)}`
    }),
  ])
  return `# clausule completion fish\n${lines.join('\n')}\n`
}
