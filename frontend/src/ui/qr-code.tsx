/** A QR code on white in both colour schemes: scanners need the contrast and the quiet zone. */
import classes from "./qr-code.module.css";

export function QrCode({ svg, alt }: { svg: string; alt: string }) {
  return (
    <div className={classes.paper}>
      {/* As an image, whatever the markup holds cannot run or reach anything. */}
      <img className={classes.code} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} />
    </div>
  );
}
