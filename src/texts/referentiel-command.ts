import { fr, frNumber, frPercent, plural } from './typography.ts'

/** What `npm run referentiel` says to people. */

type Version = { readonly referentiel: string; readonly version: string }

const named = ({ referentiel, version }: Version): string => `${referentiel} ${version}`

export const referentielCommand = {
  usage: fr(`Usage : npm run -s referentiel -- COMMANDE [options]

  list                          les référentiels enregistrés, avec leur état et leur empreinte
  validate FICHIER              vérifie un fichier sans rien enregistrer ; sans base de données
      --preset RÉGLAGE.yaml     lit un classeur qui ne suit pas le modèle, d’après ses titres de colonnes
      --annotated CLASSEUR.xlsx et écrit le classeur avec un commentaire dans chaque cellule en cause
  import FICHIER                enregistre un fichier comme brouillon
      --publish                 et le publie aussitôt
      --replace                 même si un brouillon de cette version a un autre contenu
      --dry-run                 dit ce qui se passerait, sans rien garder
      --annotated CLASSEUR.xlsx comme pour validate
      --preset RÉGLAGE.yaml     comme pour validate
  publish ID[@VERSION]          fige un brouillon (le plus récent, sans version)
  evaluate FICHIER|ID[@VERSION] --with ENTREE
                                ce qui s’applique et ce que valent les réponses du fichier ENTREE
  export ID[@VERSION] --to FICHIER
                                écrit une version dans un fichier .yaml, .json ou .xlsx
  template CLASSEUR.xlsx        écrit le classeur modèle, à remplir dans un tableur
  diff A B                      ce qui change de A à B : deux fichiers, ou ID[@VERSION]

  --json                        un seul objet JSON sur la sortie standard
  --help                        ce texte

Un FICHIER est en YAML, en JSON ou en classeur .xlsx, au format referentiel/1. Les commandes travaillent sur la base de DATABASE_URL, ou sur
celle de DATA_DIR, qui est démarrée au besoin. Codes de sortie : 0 tout va bien, 1 au moins une erreur, 2 mauvais usage.`),
  unknownCommand: (command: string): string => fr(`La commande « ${command} » n’existe pas.`),
  wrongArguments: (command: string): string => fr(`La commande « ${command} » ne s’utilise pas ainsi.`),
  noFile: (file: string): string => fr(`Le fichier « ${file} » n’existe pas ou ne se lit pas.`),
  wrongTarget: (file: string): string => fr(`« ${file} » : l’export écrit un fichier .yaml, .yml, .json ou .xlsx.`),
  wrongTemplate: (file: string): string => fr(`« ${file} » : le modèle est un classeur .xlsx.`),
  templateWritten: (file: string): string => fr(`Le classeur modèle est dans ${file}. Sa feuille « Lisez-moi » explique comment le remplir.`),
  wrongPreset: (file: string, place: string): string => fr(`Le réglage de colonnes « ${file} » ne se lit pas (${place}). Il s’écrit au format colonnes/1.`),
  onlyWorkbooks: fr('--annotated commente un classeur .xlsx et en écrit un autre : les deux noms finissent par .xlsx.'),
  annotated: (file: string): string => fr(`Le classeur commenté est dans ${file}.`),
  unknownVersion: (wanted: string): string => fr(`Aucune version ne correspond à « ${wanted} ». La commande list dit lesquelles existent.`),
  noDraft: (wanted: string): string => fr(`Aucun brouillon à publier pour « ${wanted} ».`),
  severity: { error: 'erreur', warning: 'avertissement', info: 'information' },
  status: { draft: 'brouillon', published: 'publiée', retired: 'retirée' },
  place: (line: number, column: number): string => fr(`ligne ${line}, colonne ${column}`),
  cell: ({ sheet, row, column, heading }: { readonly sheet: string; readonly row: number; readonly column: string; readonly heading?: string }): string =>
    fr(`${sheet}, ligne ${row}, colonne ${column}${heading === undefined ? '' : ` (${heading})`}`),
  counts: (errors: number, warnings: number): string =>
    [
      ...(errors > 0 ? [plural(errors, { one: 'erreur', many: 'erreurs' })] : []),
      ...(warnings > 0 ? [plural(warnings, { one: 'avertissement', many: 'avertissements' })] : []),
    ].join(', '),
  valid: (version: Version): string => fr(`${named(version)} : le fichier est correct.`),
  invalid: fr('Le fichier n’est pas un référentiel utilisable.'),
  outcome: {
    created: (version: Version): string => fr(`${named(version)} : enregistré comme brouillon.`),
    unchanged: (version: Version): string => fr(`${named(version)} : déjà importé, rien à faire.`),
    replaced: (version: Version): string => fr(`${named(version)} : le brouillon est remplacé.`),
    refused: fr('Refusé : rien n’a été écrit.'),
  },
  published: (version: Version): string => fr(`${named(version)} : publié. Cette version ne changera plus.`),
  alreadyPublished: (version: Version): string => fr(`${named(version)} : déjà publié, rien à faire.`),
  dryRun: fr('Essai seulement : rien n’a été gardé.'),
  exported: (version: Version, file: string): string => fr(`${named(version)} : écrit dans ${file}.`),
  difference: {
    added: (codes: readonly string[]): string => fr(`  éléments ajoutés : ${codes.join(', ')}`),
    removed: (codes: readonly string[]): string => fr(`  éléments retirés : ${codes.join(', ')}`),
    changed: (codes: readonly string[]): string => fr(`  éléments modifiés : ${codes.join(', ')}`),
    moved: (codes: readonly string[]): string => fr(`  éléments déplacés : ${codes.join(', ')}`),
    reworded: (codes: readonly string[]): string => fr(`  éléments reformulés : ${codes.join(', ')}`),
    rescored: (codes: readonly string[]): string => fr(`  éléments qui se répondent ou comptent autrement : ${codes.join(', ')}`),
  },
  noDifference: fr('Aucune différence.'),
  change: {
    patch: (version: string): string => fr(`Seuls des mots changent : ${version} suffit.`),
    minor: (version: string): string => fr(`Des éléments s’ajoutent sans rien changer au sens des réponses : ${version} au moins.`),
    major: (version: string): string => fr(`Le sens des réponses change : ${version} au moins.`),
  },
  none: fr('Aucun référentiel n’est enregistré.'),
  uses: (count: number): string => plural(count, { one: 'diagnostic', many: 'diagnostics' }),
  evaluation: {
    applies: (count: number): string => fr(`Critères concernés : ${frNumber(count)}`),
    notApplicable: (count: number): string => fr(`Critères non concernés : ${frNumber(count)}`),
    unknown: (count: number): string => fr(`Critères dont on ne sait pas encore s’ils sont concernés : ${frNumber(count)}`),
    questions: (count: number): string => fr(`Questions posées : ${frNumber(count)}`),
    complete: (share: number): string => fr(`Complétude : ${frPercent(Math.floor(share * 100))}`),
    axis: (code: string): string => fr(`Axe ${code}`),
    spoke: (code: string, value: number | null, answered: number, applicable: number): string =>
      `  ${code.padEnd(24)} ${(value === null ? '–' : frNumber(value, { decimals: 2 })).padStart(8)}   ${answered}/${applicable}`,
    outcomes: (labels: readonly string[]): string => fr(`Constats : ${labels.join(', ')}`),
  },
} as const
