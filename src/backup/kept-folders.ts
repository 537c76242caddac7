/** What people wrote or received, and what nothing else can bring back: everything else is made from it, or is the program. */
export const keptFolders = ['seeds', 'content', 'public'] as const;
