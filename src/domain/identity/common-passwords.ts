/**
 * Words and runs of keys that people add a year or a sign to when a password has to be long: those at the top
 * of published lists of leaked passwords, in French and English, and this platform's own words.
 * Lower case, letters only: `isCommonPassword` compares what is left of a password without digits and signs.
 */
export const commonWords: ReadonlySet<string> = new Set([
  'abcdef', 'abcdefgh', 'abcdefghijkl', 'abcdefghijklm', 'abcdefghijklmnopqrstuvwxyz', 'admin', 'administrateur',
  'administration', 'administrator', 'amour', 'association', 'associations', 'azerty', 'azertyuiop',
  'azertyuiopqsdfghjklm', 'azertyuiopqsdfghjklmwxcvbn', 'bienvenue', 'bonjour', 'bonjouratous', 'bonjourbonjour',
  'changeme', 'changez', 'changezmoi', 'chocolat', 'cress', 'demo', 'demonstration', 'doudou', 'dragon',
  'economiesocialeetsolidaire', 'ess', 'esspratiques', 'essentiel', 'football', 'france', 'iloveyou', 'jetaime',
  'jetaimejetaime', 'letmein', 'liberte', 'loulou', 'loveyou', 'marseille', 'monmotdepasse', 'motdepass',
  'motdepasse', 'motdepassemotdepasse', 'mypassword', 'nicolas', 'organisation', 'ouvretoi', 'pass', 'passe',
  'passepartout', 'password', 'passwordpassword', 'passw', 'passwd', 'pratiques', 'princesse', 'qsdfghjklm', 'qwerty',
  'qwertyqwerty', 'qwertyuiop', 'qwertyuiopasdfghjkl', 'qwertyuiopasdfghjklzxcvbnm', 'qwertz', 'responsabilite',
  'secret', 'sesame', 'sesameouvretoi', 'soleil', 'solidaire', 'solidarite', 'starwars', 'sunshine', 'superman',
  'test', 'testtest', 'thisismypassword', 'toutlemonde', 'trustnoone', 'utilisateur', 'vacances', 'voiture', 'welcome',
])
