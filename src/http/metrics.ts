/** Numbers in Prometheus’ text format, version 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/. Every name begins with `isonomia_`. */

type Labels = Readonly<Record<string, string>>;

interface Head {
  readonly name: string;
  readonly says: string;
}

export interface Plain extends Head {
  readonly kind: 'counter' | 'gauge';
  readonly values: readonly (readonly [Labels, number])[];
}

export interface Seen {
  /** How many were at most so much: each counts in all that follow it. */
  readonly upTo: readonly (readonly [bound: number, number])[];
  readonly sum: number;
  readonly count: number;
}

export type Metric = Plain | (Head & Seen & { readonly kind: 'histogram' });

export interface Histogram {
  readonly observe: (seconds: number) => void;
  readonly seen: () => Seen;
}

/** In seconds: from what no person notices to what nobody waits for. */
const BOUNDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

export const createHistogram = (): Histogram => {
  const counts = BOUNDS.map(() => 0);
  let [sum, count] = [0, 0];
  return {
    observe: (seconds) => {
      sum += seconds;
      count += 1;
      const place = BOUNDS.findIndex((bound) => seconds <= bound);
      if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
    },
    seen: () => {
      let below = 0;
      const upTo = BOUNDS.map((bound, i) => [bound, (below += counts[i] ?? 0)] as const);
      return { upTo, sum, count };
    },
  };
};

const escaped = (value: string): string =>
  value.replaceAll(/[\\"\n]/gu, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`));

const line = (name: string, labels: Labels, value: number): string => {
  const all = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `isonomia_${name}${all.length === 0 ? '' : `{${all.join(',')}}`} ${value}`;
};

const linesOf = (metric: Metric): readonly string[] => {
  const { name } = metric;
  if (metric.kind !== 'histogram') return metric.values.map(([labels, value]) => line(name, labels, value));
  const { upTo, sum, count } = metric;
  return [
    ...upTo.map(([bound, number]) => line(`${name}_bucket`, { le: String(bound) }, number)),
    line(`${name}_bucket`, { le: '+Inf' }, count),
    line(`${name}_sum`, {}, sum),
    line(`${name}_count`, {}, count),
  ];
};

export const writeMetrics = (metrics: readonly Metric[]): string =>
  metrics
    .flatMap((metric) => [
      `# HELP isonomia_${metric.name} ${metric.says}`,
      `# TYPE isonomia_${metric.name} ${metric.kind}`,
      ...linesOf(metric),
    ])
    .join('\n')
    .concat('\n');
