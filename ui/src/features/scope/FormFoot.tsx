import { Button } from "@/design";

interface Properties {
  ready: boolean;
  onClose: () => void;
  onRemove?: () => void;
  testid: string;
}

/** The foot of a form of the scope. */
export function FormFoot({ ready, onClose, onRemove, testid }: Properties) {
  return (
    <div className="row row-end form-foot">
      {onRemove && <Button label="app-remove" look="danger" size="small" testid={`remove-${testid}`} onClick={onRemove} />}
      <span className="push" />
      <Button label="app-cancel" look="ghost" size="small" testid={`cancel-${testid}`} onClick={onClose} />
      <Button label="app-save" size="small" type="submit" disabled={!ready} testid={`save-${testid}`} />
    </div>
  );
}
