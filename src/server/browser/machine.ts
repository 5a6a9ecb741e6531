import path from 'node:path'

import { childEnvironment } from '#server/environment.ts'

/** What the lookup may use of the machine. A test takes things away from `thisMachine()` to hide them. */
export type Machine = {
  readonly platform: NodeJS.Platform
  readonly arch: string
  /** Chromium's sandbox doesn't run as root. */
  readonly isRoot: boolean
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Files where an installed browser usually is, beside the folders of PATH. */
  readonly usualPlaces: readonly string[]
  /** Whether a browser may link to the machine's own libraries. */
  readonly ownLibraries: boolean
  /** Fontconfig's own configuration; may be missing. */
  readonly fontsConfiguration: string
}

const places = (platform: NodeJS.Platform, variables: Machine['variables']): readonly string[] => {
  switch (platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium'].flatMap((name) =>
        ['/Applications', `${variables.HOME ?? ''}/Applications`].map(
          (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
        ),
      )
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
        .flatMap((name) => variables[name] ?? [])
        .flatMap((folder) => [
          path.win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          path.win32.join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ])
    default:
      return [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome-stable',
        '/usr/lib/chromium/chromium',
        '/usr/local/bin/chromium',
        '/opt/google/chrome/chrome',
        '/snap/bin/chromium',
      ]
  }
}

export const thisMachine = (): Machine => {
  const variables = childEnvironment({})
  return {
    platform: process.platform,
    arch: process.arch,
    isRoot: process.getuid?.() === 0,
    variables,
    usualPlaces: places(process.platform, variables),
    ownLibraries: true,
    fontsConfiguration: '/etc/fonts/fonts.conf',
  }
}

/** What a browser may know of our environment: no secret, no database address. */
const handedDown: Readonly<Record<'posix' | 'win32', readonly string[]>> = {
  posix: ['PATH', 'TZ'],
  win32: ['PATH', 'PATHEXT', 'SystemRoot', 'SystemDrive', 'TEMP', 'TMP', 'ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA', 'USERPROFILE'],
}

/** The environment of a browser on this machine, before fonts and libraries. */
export const browserVariables = ({ platform, variables }: Machine, home: string): Readonly<Record<string, string>> => {
  const names = handedDown[platform === 'win32' ? 'win32' : 'posix']
  const kept = names.flatMap((name) => {
    const value = variables[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), HOME: home, LANG: 'C.UTF-8' }
}
