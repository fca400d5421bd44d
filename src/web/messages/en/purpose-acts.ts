/** What organisations report, appeal for and do together, as acts. */

export const purposeKinds = {
  'report.make': 'Report on the situation where you are',
  'report.correct': 'Correct a report',
  'report.translate': 'Bring a report in another language',
  'report.comment': 'Comment on a report',
  'appeal.make': 'Appeal for support',
  'appeal.help': 'Say what you did for an appeal',
  'appeal.close': 'Close an appeal, with thanks',
  'action.propose': 'Propose a joint action',
  'action.join': 'Take part in a joint action',
  'action.leave': 'Take part in a joint action no more',
  'action.task': 'Take a task, or give it back',
  'action.end': 'Say what came of a joint action',
};

/** The same as news, behind the name of who did it. */
export const purposeDone = {
  'report.make': 'reported',
  'report.correct': 'corrected its report',
  'report.translate': 'brought a report in another language',
  'report.comment': 'commented on a report',
  'appeal.make': 'appealed for support',
  'appeal.help': 'said what it did for an appeal',
  'appeal.close': 'closed its appeal',
  'action.propose': 'proposed a joint action',
  'action.join': 'takes part in a joint action',
  'action.leave': 'takes part in a joint action no more',
  'action.task': 'took or gave back a task',
  'action.end': 'said what came of a joint action',
};
