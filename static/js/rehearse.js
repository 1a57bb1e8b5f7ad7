// Rehearsing alone: the browser's own voice reads the question and its recorder keeps the answer,
// in this page's memory: it is sent nowhere and gone with the page.
let recorder = null;

const speak = (button) => {
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(document.getElementById(button.dataset.speak).innerText);
  said.lang = "en";
  speechSynthesis.speak(said);
};

const record = async (button) => {
  if (recorder?.state === "recording") return recorder.stop();
  const place = document.getElementById("recording");
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces = [];
    recorder = new MediaRecorder(stream);
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      const audio = document.createElement("audio");
      audio.controls = true;
      audio.setAttribute("aria-label", "Your answer");
      audio.src = URL.createObjectURL(new Blob(pieces, { type: recorder.mimeType }));
      const kept = document.getElementById("recording");
      kept.replaceChildren(audio);
      dress();
    };
    recorder.start();
    place.dataset.of = button.dataset.record;
    place.textContent = "Recording, on this device only.";
  } catch {
    place.textContent = "There is no microphone here, or you did not allow it.";
  }
  dress();
};

export const dress = () => {
  const speaks = document.getElementById("speak");
  const records = document.getElementById("record");
  if (speaks && "speechSynthesis" in window) {
    speaks.hidden = false;
    speaks.onclick = () => speak(speaks);
  }
  if (records && navigator.mediaDevices && "MediaRecorder" in window) {
    records.hidden = false;
    records.onclick = () => record(records);
    records.textContent = recorder?.state === "recording" ? "Stop recording" : "Record my answer";
  }
};
