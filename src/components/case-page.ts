/** What a case page does where scripts run: one file, because most readers open it first. */
import './copy-buttons.ts';
import './current-section.ts';
import './mark-words.ts';
