import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs a Basic macro in LibreOffice, with a profile of its own below a folder that the caller removes: `main` is called with the path of
 * a file that has the lines given, fields apart by tabs.
 */
export function runMacro(folder: string, code: string, main: string, lines: readonly (readonly string[])[]): void {
  const office = (...args: string[]) =>
    execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--norestore', ...args], {
      stdio: 'ignore',
    })
  // A profile is made at the first start, which runs nothing else.
  office('--terminate_after_init')
  writeMacro(join(folder, 'profile', 'user', 'basic', 'Standard'), code)
  const list = join(folder, 'list.txt')
  writeFileSync(list, lines.map((fields) => `${fields.join('\t')}\n`).join(''))
  office(`macro:///Standard.Module1.${main}("${list}")`)
}

/** A function of Basic: the document in a file, opened unseen. */
export const OPEN = `
Function Opened(path As String)
  Dim hiddenArgs(0) As New com.sun.star.beans.PropertyValue
  hiddenArgs(0).Name = "Hidden"
  hiddenArgs(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, hiddenArgs())
End Function
`

function writeMacro(folder: string, code: string): void {
  mkdirSync(folder, { recursive: true })
  const file = (root: string, kind: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${kind}.dtd">${inside}`
  const library =
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>'
  writeFileSync(join(folder, 'script.xlb'), file('library:library', 'library', library))
  const escaped = code.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const module = `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped}</script:module>`
  writeFileSync(join(folder, 'Module1.xba'), file('script:module', 'module', module))
}

/** A macro that calls another with the parts of every line of a list, apart by tabs. */
export const forEachLine = (name: string, each: string): string => `Sub ${name}(list As String)
  Dim channel As Integer, line As String
  channel = FreeFile
  Open list For Input As #channel
  Do While Not EOF(channel)
    Line Input #channel, line
    If line <> "" Then ${each}(Split(line, Chr(9)))
  Loop
  Close #channel
End Sub`
