/** Draws the pendants. Each hangs from (0, 0), the end of its cable, and grows downwards. */

/** Sottoripa: the bell of the porticoes by the old port, enamelled outside, white inside. */
export const Sottoripa = ({ lit }: { readonly lit: boolean }) => (
  <g>
    {lit && <path d="M-186 238H186L330 620H-330z" fill="url(#fall)" filter="url(#soft)" />}
    <rect x="-16" y="-12" width="32" height="46" rx="7" fill="url(#brass)" />
    <rect x="-26" y="28" width="52" height="14" rx="4" fill="url(#brass)" />
    <path
      d="M-26 42H26C34 84 62 104 104 132 152 164 182 196 190 236H-190C-182 196-152 164-104 132-62 104-34 84-26 42z"
      fill="url(#blue)"
    />
    <path
      d="M-150 190C-124 158-88 140-62 116"
      fill="none"
      stroke="#b5cbe6"
      stroke-width="9"
      stroke-linecap="round"
      opacity=".55"
    />
    <ellipse cy="236" rx="194" ry="23" fill="url(#brassDown)" />
    <ellipse cy="237" rx="184" ry="18" fill="#0c1524" />
    <ellipse cy="237" rx="181" ry="16" fill="url(#inside)" />
    <ellipse cy="240" rx="46" ry="13" fill={lit ? "#fff" : "#e6e3da"} />
  </g>
);

const Globe = ({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect x="-3" y={-y + 10} width="6" height={y - r - 16} fill="url(#brass)" />
    <path d={`M-${r * 0.34}-${r * 0.93}H${r * 0.34}L${r * 0.2}-${r + 20}H-${r * 0.2}z`} fill="url(#brass)" />
    <circle r={r} fill="url(#opal)" />
    <ellipse
      cx={-r * 0.36}
      cy={-r * 0.44}
      rx={r * 0.24}
      ry={r * 0.14}
      fill="#fff"
      opacity=".6"
      transform={`rotate(-36 ${-r * 0.36} ${-r * 0.44})`}
    />
  </g>
);

/** Vernazza: three opal globes from one brass bar, each at its own height. */
export const Vernazza = () => (
  <g>
    <rect x="-4" y="-140" width="8" height="140" fill="url(#brass)" />
    <rect x="-196" y="-7" width="392" height="14" rx="7" fill="url(#brassDown)" />
    <rect x="-15" y="-14" width="30" height="28" rx="6" fill="url(#brass)" />
    <Globe x={-168} y={178} r={62} />
    <Globe x={152} y={226} r={72} />
    <Globe x={-18} y={318} r={88} />
  </g>
);

const ribs = [-0.93, -0.78, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.78, 0.93];

/** Riccio: a sea urchin of ribbed porcelain, thin enough for the light to come through. */
export const Riccio = () => (
  <g>
    <rect x="-14" y="-8" width="28" height="34" rx="6" fill="url(#brass)" />
    <path d="M-56 40C-50 24-30 20 0 20S50 24 56 40z" fill="url(#brass)" />
    <path
      d="M-60 38C-160 44-236 104-236 172S-160 292-44 306H44C160 292 236 240 236 172S160 44 60 38z"
      fill="url(#opal)"
    />
    {ribs.map((n) => (
      <path
        key={n}
        d={`M${n * 58} 38C${n * 200} 70 ${n * 258} 128 ${n * 248} 172S${n * 180} 282 ${n * 44} 306`}
        fill="none"
        stroke="#8a521f"
        stroke-width="4"
        opacity=".2"
      />
    ))}
    {ribs.map((n) => (
      <path
        key={n}
        d={`M${n * 58 + 5} 42C${n * 200 + 6} 74 ${n * 258 + 6} 128 ${n * 248 + 6} 172S${n * 180 + 6} 280 ${n * 44 + 4} 302`}
        fill="none"
        stroke="#fff"
        stroke-width="3"
        opacity=".4"
      />
    ))}
    <path
      d="M-60 38C-160 44-236 104-236 172S-160 292-44 306H44C160 292 236 240 236 172S160 44 60 38z"
      fill="url(#edges)"
    />
    <ellipse cy="304" rx="46" ry="8" fill="url(#brassDown)" />
    <ellipse cy="303" rx="36" ry="5" fill="url(#inside)" />
  </g>
);
